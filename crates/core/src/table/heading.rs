//! What the heading of a column says is in it, in the languages and exports that people have.
//!
//! The words are those that the exports of contacts and directories write, and what people call
//! such columns themselves.

use super::column::ColumnKind;
use crate::email::is_trimmed;
use crate::unicode::Unicode;

/// What a column of this heading holds.
pub(super) fn meaning(heading: &str, unicode: &dyn Unicode) -> ColumnKind {
    if heading.len() > HEADING_MAX {
        return ColumnKind::Aside;
    }
    let folded = fold(heading, unicode, is_ignored);
    let word = MARKS.iter().find_map(|mark| folded.strip_suffix(mark)).unwrap_or(&folded);
    let says = |words: &str| !word.is_empty() && words.split(' ').any(|other| other == word);
    let kinds = ALIASES.iter().find(|(_, lists)| lists.iter().any(|words| says(words)));
    kinds.map_or(ColumnKind::Aside, |(kind, _)| *kind)
}

/// The text without regard to case and to the way accents are written, less what is `ignored`.
pub(super) fn fold(text: &str, unicode: &dyn Unicode, ignored: fn(char) -> bool) -> String {
    if text.is_ascii() {
        let kept = text.chars().filter(|&character| !ignored(character));
        return kept.map(|character| character.to_ascii_lowercase()).collect();
    }
    let lower = unicode.lowercase(&unicode.nfc(text));
    lower.chars().filter(|&character| !ignored(character)).collect()
}

/// Spaces, the digits of `E-mail 2 Address`, and punctuation, but for what may delimit cells:
/// `email,role` is no heading of one column.
fn is_ignored(character: char) -> bool {
    if matches!(character, ',' | ';' | '\t' | '|') {
        return false;
    }
    is_trimmed(character)
        || character.is_ascii() && !character.is_ascii_alphabetic()
        || matches!(character, '’' | '–' | '—' | '・' | '：' | '＊' | '（' | '）' | '【' | '】')
        || matches!(character, '\u{5F3}' | '\u{5F4}' | '－' | '［' | '］' | '／')
}

/// A longer one is none, in bytes.
const HEADING_MAX: usize = 160;

/// What forms add to a heading.
const MARKS: [&str; 3] = ["required", "optional", "erforderlich"];

/// One list a language, its words apart by spaces: en, de, fr, es, pt, it, nl, pl, ja, ko, zh, ar, he.
const ALIASES: [(ColumnKind, &[&str]); 6] = [
    (
        ColumnKind::Email,
        &[
            "email emails mail mails emailaddress emailaddresses mailaddress emailvalue emailid \
             useremail workemail primaryemail businessemail contactemail memberemail invitee \
             inviteeemail guestemail attendeeemail personalemail homeemail emailwork emailhome",
            "emailadresse emailadressen mailadresse emailanschrift dienstlicheemail",
            "courriel courriels adressecourriel adressedecourriel adresseemail adressemail \
             adresseélectronique adressedemessagerie mél",
            "correo correos correoelectrónico correoelectronico direccióndecorreo \
             direccióndecorreoelectrónico direccióndeemail",
            "endereçodeemail enderecodeemail correioeletrônico correioeletrónico correioeletronico",
            "indirizzoemail indirizzomail indirizzodipostaelettronica postaelettronica",
            "emailadres mailadres emailadressen",
            "adresemail adresmail adrespocztyelektronicznej pocztaelektroniczna",
            "メール メールアドレス eメール eメールアドレス 電子メール 電子メールアドレス",
            "이메일 이메일주소 메일 메일주소 전자우편 전자메일",
            "邮箱 邮箱地址 电子邮箱 邮件 邮件地址 电子邮件 电子邮件地址 \
             郵箱 電子郵件 電子郵件地址 信箱 電子信箱 電郵 電郵地址",
            "البريدالإلكتروني البريدالالكتروني بريدإلكتروني بريدالكتروني عنوانالبريدالإلكتروني \
             الإيميل الايميل إيميل ايميل",
            "אימייל מייל דואל דואראלקטרוני כתובתאימייל כתובתמייל כתובתדואל",
        ],
    ),
    (
        ColumnKind::Role,
        &[
            "role roles userrole userroles rolename orgrole accountrole memberrole permission \
             permissions accesslevel",
            "rolle rollen benutzerrolle berechtigung berechtigungen",
            "rôle rôles autorisation autorisations",
            "rol permiso permisos",
            "função funcao funções papel papéis perfil permissão",
            "ruolo ruoli",
            "rechten gebruikersrol",
            "rola role uprawnienia",
            "役割 ロール 権限",
            "역할 권한",
            "角色 权限 權限",
            "الدور دور الصلاحية",
            "תפקיד הרשאה",
        ],
    ),
    (
        ColumnKind::Name,
        &[
            "name names fullname displayname contactname membername personname employeename",
            "vollständigername vorundnachname anzeigename",
            "nomcomplet nometprénom prénometnom nomprénom prénomnom",
            "nombrecompleto nombreyapellidos nombreyapellido",
            "nomecompleto",
            "nomeecognome nomecognome",
            "naam volledigenaam",
            "imięinazwisko imieinazwisko",
            "氏名 名前 お名前 フルネーム",
            "이름 성명",
            "姓名 全名 名称",
            "الاسم الاسمالكامل",
            "שם שםמלא",
        ],
    ),
    (
        ColumnKind::FirstName,
        &[
            "firstname givenname forename first given",
            "vorname vornamen rufname",
            "prénom prenom prénoms",
            "nombre nombres primernombre",
            "nome primeironome nomepróprio",
            "voornaam",
            "imię imie imiona",
            "名",
            "الاسمالأول",
            "שםפרטי",
        ],
    ),
    (
        ColumnKind::LastName,
        &[
            "lastname surname familyname last family",
            "nachname familienname zuname",
            "nom nomdefamille",
            "apellido apellidos primerapellido",
            "sobrenome apelido últimonome",
            "cognome",
            "achternaam familienaam",
            "nazwisko",
            "姓 姓氏 苗字 名字",
            "성",
            "اسمالعائلة الاسمالأخير",
            "שםמשפחה",
        ],
    ),
    (
        ColumnKind::Group,
        &[
            "team teams teamname group groups groupname groupmembership labels orgunitpath",
            "gruppe gruppen",
            "équipe equipe équipes groupe groupes",
            "equipo equipos grupo grupos",
            "equipa equipas",
            "squadra gruppo",
            "groep groepen",
            "zespół zespol grupa",
            "チーム グループ",
            "팀 그룹",
            "团队 團隊 小组 群组 群組",
            "الفريق فريق المجموعة",
            "צוות קבוצה",
        ],
    ),
];
