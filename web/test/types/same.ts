/** How types are compared with what the package answers. */

import type { InviteConfig, SmartdocumentorConfig } from "invite-users";

/** What JSON calls the type. */
type Kind<Value> =
  Value extends string ? "string"
  : Value extends number ? "number"
  : Value extends boolean ? "boolean"
  : Value extends null ? "null"
  : Value extends readonly unknown[] ? "array"
  : "object";

/** The members of a type that can be there, each with its kinds. */
export type Shape<Type> = {
  -readonly [Name in keyof Type as [Exclude<Type[Name], undefined>] extends [never] ? never : Name]:
    Kind<Exclude<Type[Name], undefined>>;
};

/** True where both are one type, optional members included. */
export type Same<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends (<Any>() => Any extends Other ? 1 : 2) ? true : false;

/** Every member that a configuration has, whatever its API. */
export interface AnyConfig extends Omit<SmartdocumentorConfig, "api"> {
  api: InviteConfig["api"];
}
