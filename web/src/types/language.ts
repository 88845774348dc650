/** The words of the form: one language's, and a host's in their place. */

/** The languages that the package has words in. */
export type LocaleName =
  | "ar" | "de" | "en" | "es" | "fr" | "he" | "it" | "ja" | "ko" | "nl" | "pl" | "pt-BR" | "zh-Hans";

/** A sentence with `{name}` places, or one for each plural category, selected by `count`. */
export type Message = string | Record<string, string>;

/** Every word that a person reads, in one language. */
export interface Messages {
  /** The language, as a BCP 47 tag. */
  locale: string;
  /** The texts of the form. */
  ui: Record<string, Message>;
  /** The sentences of errors, hints, problems and outcomes, by code. */
  errors: Record<string, Message>;
  /** The names of roles, whatever the API calls them. */
  roles?: Record<string, Message>;
  /** The labels of settings by name, and their helps by name and `_help`. */
  settings?: Record<string, Message>;
  /** The labels of what an API takes for a person beside roles. */
  fields?: Record<string, Message>;
  /** What the documented APIs call these: `vijil.roles.OWNER`, `galileo.settings.group_ids_help`. */
  apis?: Record<string, Message>;
  /** The names of scripts, by their English ones. */
  scripts?: Record<string, Message>;
}

/** Single messages in the words of a host, or a language of its own: the others stay as they are. */
export type MessageOverrides = Partial<Omit<Messages, "locale">>;

/** Words that are there, or the module that has them. */
export type LocaleWords = MessageOverrides | LocaleModule;

/** A module that has words. */
export interface LocaleModule {
  /** The words. */
  default: MessageOverrides;
}
