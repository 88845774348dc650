/** Made-up people: the same ones each time, from a seed. */

import type { Suggestion } from "invite-users";

/** A list as people paste them: names, a typo, a duplicate, and one that is no address. */
export const MESSY = [
  "Ann Lee <ann@acme.com>",
  "\"Okafor, Ben\" <ben.okafor@acme.com>; carla@acme.com",
  "Grace Hopper <grace@example.com>",
  "Dev Patel <dev@gmial.com>",
  "carla@acme.com",
  "mia(at)acme.com",
].join("\n");

const FIRST = [
  "Amara", "Anders", "Ángel", "Anna", "Aisha", "Björn", "Camille", "Chen", "Chiara", "Daniel", "Dilnoza", "Elif",
  "Emeka", "Farid", "Femke", "Grace", "Hana", "Hiroshi", "Ines", "Ivan", "Jamal", "Jana", "João", "Kavya", "Kofi",
  "Leila", "Linh", "Lucía", "Maja", "Mateusz", "Mei", "Miriam", "Nadia", "Noor", "Oluwaseun", "Omar", "Paulo",
  "Priya", "Rania", "Ravi", "Rosa", "Sakura", "Samir", "Sofia", "Tariq", "Tereza", "Tomás", "Uma", "Viktor", "Yara",
  "Yusuf", "Zofia",
];

const LAST = [
  "Abebe", "Adeyemi", "Almeida", "Andersson", "Bauer", "Bianchi", "Castillo", "Chowdhury", "Costa", "Dubois", "Eze",
  "Fernández", "Fischer", "Garcia", "Haddad", "Hansen", "Ibrahim", "Ivanova", "Jansen", "Johnson", "Kaya", "Kim",
  "Kowalska", "Lee", "Lindqvist", "Mbeki", "Moreau", "Müller", "Nakamura", "Nguyen", "Novák", "O’Connor", "Okafor",
  "Olsen", "Patel", "Pereira", "Petrov", "Quispe", "Rahman", "Rossi", "Sato", "Schmidt", "Silva", "Singh", "Suzuki",
  "Tanaka", "Torres", "van Dijk", "Wang", "Weber", "Yilmaz", "Zhang",
];

/** One company, most of it in one place. */
const DOMAINS = ["acme.com", "acme.com", "acme.com", "eu.acme.com", "labs.acme.com"];

const TEAMS = ["Design", "Finance", "Platform, Stockholm", "Sales, Lagos", "Support, Osaka", "Research"];

/** A list to paste of so many people, each with a name. */
export function crowd(count: number): string {
  return people(count).map(({ name, email }) => `${name} <${email}>`).join("\n");
}

/** The people of a small directory whom a text may mean. */
export function directory(query: string): Suggestion[] {
  const words = query.toLowerCase();
  const means = ({ name, email }: Person) => name.toLowerCase().includes(words) || email.includes(words);
  const found = people(200).filter(means).slice(0, 8);
  return found.map((person, index) => ({ ...person, description: TEAMS[index % TEAMS.length]! }));
}

interface Person {
  name: string;
  email: string;
}

function people(count: number): Person[] {
  const random = numbers(7);
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
  const seen = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const [first, last, domain] = [one(FIRST), one(LAST), one(DOMAINS)];
    const mailbox = `${plain(first)}.${plain(last)}`;
    const before = seen.get(`${mailbox}@${domain}`) ?? 0;
    seen.set(`${mailbox}@${domain}`, before + 1);
    return { name: `${first} ${last}`, email: `${mailbox}${before || ""}@${domain}` };
  });
}

/** The letters of a name that need no accent, as companies write addresses. */
function plain(name: string): string {
  return name.normalize("NFD").replace(/[^a-z]/gi, "").toLowerCase();
}

/** Numbers from 0 up to 1 that look like chance: steps of the golden ratio, well mixed (SplitMix, in 32 bits). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
