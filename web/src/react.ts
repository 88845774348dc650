"use client";
/**
 * The entry `invite-users/react`: `<invite-users>` as a component. React hears no events of custom elements in a
 * page that it hydrates (react#35446) and knows no properties on a server, so this does both.
 */

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes, RefObject } from "react";
import { ATTRIBUTES } from "./attributes.js";
import { InviteUsersElement } from "./element.js";
import { EVENTS } from "./events.js";
import type { InviteUsersEventMap } from "./events.js";
import { OPTIONS } from "./properties.js";
import type { ElementConfig, OptionProperties } from "./properties.js";
import { defineTag } from "./tag.js";
import type { Invitee } from "./types.js";

export type { InviteUsersElement, InviteUsersEventMap };

/** `invite-users-sent` is heard by `onInviteUsersSent`. */
type HandlerName<Type extends string> =
  Type extends `${infer Word}-${infer Rest}` ? `${Capitalize<Word>}${HandlerName<Rest>}` : Capitalize<Type>;

/** What is called for each event. */
export type InviteUsersHandlers = {
  [Type in keyof InviteUsersEventMap as `on${HandlerName<Type>}`]?:
    ((event: InviteUsersEventMap[Type]) => void) | undefined;
};

/** Every property of the element, its events, and what any element of HTML has. */
export interface InviteUsersProps
  extends Partial<OptionProperties>, InviteUsersHandlers,
    Omit<HTMLAttributes<InviteUsersElement>, keyof OptionProperties> {
  /** Everything at once; what is set by itself wins over it. */
  config?: ElementConfig | undefined;
  /** The people in the list: written when they change and are others than those that are there. */
  invitees?: Invitee[] | undefined;
}

type ElementRef = RefObject<InviteUsersElement | null>;

/** A form that invites people; what stands inside is shown until it is ready. */
export const InviteUsers: ForwardRefExoticComponent<InviteUsersProps & RefAttributes<InviteUsersElement>> =
  forwardRef(function InviteUsers(props: InviteUsersProps, ref) {
    const element: ElementRef = useRef(null);
    useImperativeHandle(ref, () => element.current!, []);
    useHandlers(element, props);
    useProperties(element, props);
    return createElement("invite-users", { ...markup(props), ref: element });
  });

defineTag(InviteUsersElement);

/** A server has no layout, and older versions of React complain there. */
const useBeforePaint = globalThis.document ? useLayoutEffect : useEffect;

/** The properties that are written by themselves and not as attributes. */
const PROPERTIES: readonly string[] = [...OPTIONS, "config", "invitees"];

/** One listener for each event as long as the element is there; the handlers may be new at each render. */
function useHandlers(element: ElementRef, props: InviteUsersProps): void {
  const latest = useRef(props);
  useBeforePaint(() => {
    latest.current = props;
  });
  useBeforePaint(() => {
    const target = element.current!;
    const hear = (event: Event) => handlerOf(latest.current, event.type)?.(event);
    EVENTS.forEach((type) => target.addEventListener(type, hear));
    return () => EVENTS.forEach((type) => target.removeEventListener(type, hear));
  }, [element]);
}

/** Writes what has changed since the last render; who is left out falls back as a removed attribute does. */
function useProperties(element: ElementRef, props: InviteUsersProps): void {
  const written = useRef<Record<string, unknown>>({});
  useBeforePaint(() => {
    const target = element.current as unknown as Record<string, unknown>;
    const wanted = props as Record<string, unknown>;
    for (const name of PROPERTIES) {
      if (!isNews(name, wanted[name], written.current, target)) continue;
      target[name] = wanted[name];
    }
    written.current = wanted;
  });
}

/**
 * Whether to write it. A host that keeps the people in its own state hands back those that it was just told of:
 * to write them again would take away the rows that are still to be fixed.
 */
function isNews(
  name: string, value: unknown, written: Record<string, unknown>, target: Record<string, unknown>,
): boolean {
  if (Object.is(value, written[name])) return false;
  if (name !== "invitees") return true;
  const people = JSON.stringify(value ?? []);
  return people !== JSON.stringify(written[name] ?? []) && people !== JSON.stringify(target[name]);
}

/** What a server can write: all that is not the element's, and of that what fits into attributes. */
function markup(props: InviteUsersProps): Record<string, unknown> {
  const isOwn = (name: string) => PROPERTIES.includes(name) || EVENTS.some((type) => handlerName(type) === name);
  const entries = Object.entries(props).filter(([name]) => !isOwn(name));
  const { className, ...rest } = Object.fromEntries(entries);
  return { ...rest, ...(className ? { class: className } : {}), ...attributes(props) };
}

function attributes(props: InviteUsersProps): Record<string, unknown> {
  const values = Object.entries(ATTRIBUTES).map(([attribute, { property }]) =>
    [attribute, (props as Record<string, unknown>)[property]] as const);
  return Object.fromEntries(values.filter(([, value]) => ["string", "number"].includes(typeof value) || value === true));
}

function handlerOf(props: InviteUsersProps, type: string): ((event: Event) => void) | undefined {
  return (props as Record<string, ((event: Event) => void) | undefined>)[handlerName(type)];
}

function handlerName(type: string): string {
  return `on-${type}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
