// Every kind of page, each in every state that a walk can reach.

import { kinds as aside } from "./kinds/aside.mjs";
import { kinds as attendee } from "./kinds/attendee.mjs";
import { kinds as author } from "./kinds/author.mjs";
import { kinds as crowds } from "./kinds/crowds.mjs";
import { kinds as desk } from "./kinds/desk.mjs";
import { kinds as host } from "./kinds/host.mjs";
import { kinds as everyone } from "./kinds/public.mjs";
import { kinds as published } from "./kinds/published.mjs";

/** Walks by name; each gives pages one after the other, in one window. */
export const WALKS = { everyone, host, published, attendee, author, aside, desk, crowds };
