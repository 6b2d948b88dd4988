import { localeOf } from "@cho-lang/shared/language";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { AddedProducer, NewProducer } from "../../modules/producer/service";
import { ProducerEvents } from "../events";
import { putTranslationsStep } from "../language/steps/put-translations";
import { addProducersStep } from "./steps/add-producers";
import { registerMembersStep } from "./steps/register-members";

/** A member with a password gets a login at once; one without is registered another way. */
export type NewMember = NewProducer["members"][number] & { password?: string };

export interface CreateProducersInput {
  /** At most 100 in one run; handles must be unique among them. */
  producers: (Omit<NewProducer, "members"> & {
    members: NewMember[];
    /** English texts of translatable columns. */
    en?: { story?: string; picture_alt?: string };
  })[];
}

/**
 * Creates producers with their members and the members' logins, all or none. Answers ids in the
 * order of the input. Emits producer.created for each.
 */
export const createProducersWorkflow = createWorkflow(
  "create-producers",
  (input: CreateProducersInput) => {
    const added = addProducersStep(transform({ input }, ({ input }) => columnsOf(input)));
    registerMembersStep(transform({ input, added }, loginsOf));
    putTranslationsStep(transform({ input, added }, translationsOf));
    emitEventStep({
      eventName: ProducerEvents.CREATED,
      data: transform({ added }, ({ added }) => added.map(({ id }) => ({ id }))),
    });
    return new WorkflowResponse(transform({ input, added }, inOrder));
  },
);

type Data = { input: CreateProducersInput; added: AddedProducer[] };

function columnsOf(input: CreateProducersInput): NewProducer[] {
  return input.producers.map(({ en: _en, members, ...columns }) => ({
    ...columns,
    members: members.map(({ name, email, role }) => ({ name, email, role })),
  }));
}

function loginsOf({ input, added }: Data) {
  const ids = new Map(added.flatMap(({ members }) => members.map(({ id, email }) => [email, id])));
  return input.producers
    .flatMap(({ members }) => members)
    .flatMap(({ email, password }) => {
      const normal = email.trim().toLowerCase();
      const member_id = ids.get(normal);
      return password && member_id ? [{ member_id, email: normal, password }] : [];
    });
}

function translationsOf({ input, added }: Data) {
  const ids = new Map(added.map(({ id, handle }) => [handle, id]));
  return input.producers.flatMap(({ handle, en }) => {
    const reference_id = ids.get(handle);
    return en && reference_id
      ? [{ reference: "producer", reference_id, locale_code: localeOf("en"), translations: en }]
      : [];
  });
}

function inOrder({ input, added }: Data): AddedProducer[] {
  const byHandle = new Map(added.map((producer) => [producer.handle, producer]));
  return input.producers.flatMap(({ handle }) => byHandle.get(handle) ?? []);
}
