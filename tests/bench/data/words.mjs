/** What people and companies are called in the data. */

export const FIRST = (
  "anna ben carla david elena felix greta hugo ines jonas kira liam maria nils olivia paul " +
  "quentin rosa samir tara ulrich vera walter ximena yusuf zoe aisha bruno chloe dmitri emma farid " +
  "giulia hassan irina jack keiko lars mei noah"
).split(" ");

export const LAST = (
  "adams becker chen diaz evans fischer garcia hansen ito jensen keller lopez martin novak olsen " +
  "patel quinn rossi schmidt tanaka usman vogel weber xu yilmaz zhang almeida bianchi costa dubois " +
  "eriksen ferrari gomez haddad ivanov jones kowalski larsen moreau nguyen"
).split(" ");

const ATTRIBUTES = (
  "alpine amber atlas bright cedar clear coastal copper delta eastern evergreen frontier golden " +
  "granite harbor iron lunar maple meridian noble northern orchid pacific quiet rapid river silver " +
  "summit timber urban"
).split(" ");

const THINGS = (
  "analytics bakery builders clinics design energy farms finance foods freight garden health " +
  "insurance labs legal logistics media metals motors music networks optics paper pharma robotics " +
  "software steel studio textiles travel"
).split(" ");

const ENDINGS = "com com com net org io de fr nl ch co.uk com.au co.jp eu us".split(" ");

/** A domain of a company, one of some thirteen thousand. */
export function company(random) {
  const hyphen = random.below(5) === 0 ? "-" : "";
  return `${random.pick(ATTRIBUTES)}${hyphen}${random.pick(THINGS)}.${random.pick(ENDINGS)}`;
}

/** How companies write a person before the @ sign. */
export function localPart(random) {
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  return random.pick([`${first}.${last}`, `${first}.${last}`, `${first[0]}${last}`, `${first}_${last}`, first]);
}

export const PROVIDERS = (
  "gmail.com gmail.com gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com gmx.de " +
  "web.de orange.fr libero.it mail.ru qq.com proton.me"
).split(" ");

export const MISTYPED_PROVIDERS = "gmial.com gmal.com gmail.con hotmial.com yaho.com outlok.com iclod.com".split(" ");

export const LONG_ENDINGS = "photography international technology engineering foundation".split(" ");

export const DUTIES = "info sales support admin billing hr office no-reply".split(" ");

/** Domains with U-labels, and how RFC 3492 writes them. */
export const INTERNATIONAL = [
  ["müller.de", "xn--mller-kva.de"],
  ["bücher.ch", "xn--bcher-kva.ch"],
  ["münchen.de", "xn--mnchen-3ya.de"],
  ["café.fr", "xn--caf-dma.fr"],
  ["例え.jp", "xn--r8jz45g.jp"],
  ["中国.cn", "xn--fiqs8s.cn"],
  ["пример.com", "xn--e1afmkfd.com"],
];

/** Local parts of RFC 6531, in NFC. */
export const INTERNATIONAL_LOCAL_PARTS = ["josé", "françois", "møller", "jürgen", "иван", "李明", "δημήτρης"];

export const SIGNS = ["o'hara", "r&d", "x/y=z", "a!b", "n#1", "{team}", "who?", "~anna", "50%off", "a*b"];
