import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import type { MedusaContainer } from "@medusajs/framework/types";
import { bookByHostWorkflow } from "../../../workflows/booking/book-by-host";
import { bookingService } from "../../../workflows/booking/booking-service";
import { createTourOptionsWorkflow } from "../../../workflows/booking/create-tour-options";
import { extendSchedulesWorkflow } from "../../../workflows/booking/extend-schedules";
import { type DealtGuests, dealGuests, GUEST_DAYS } from "../guests";
import type { DealtVisit } from "../visits";
import { batches, graph, mustHave, type Outcome, SEED_ACTOR } from "./context";

/** Bookings written at the same time; each is a short transaction of its own. */
const AT_ONCE = 4;
/** Guests are not booked on departures that begin sooner than this. */
const SOON_MS = 5 * 60 * 1000;

interface VisitsInput {
  visits: readonly DealtVisit[];
  /** Ids by handle. */
  producers: ReadonlyMap<string, string>;
  /** Handles of the producers that can sign in: they get the most guests. */
  withLogin: ReadonlySet<string>;
  anchor: LocalDate;
  now: Date;
}

type Service = ReturnType<typeof bookingService>;
type Option = Awaited<ReturnType<Service["listOptions"]>>[number];

/**
 * Makes what can be booked of the demo's tours, its departures for the coming months, and guests.
 * Whatever is there stays: a repeat adds nothing but the departures of the days since.
 */
export async function seedVisits(container: MedusaContainer, input: VisitsInput): Promise<Outcome> {
  const { options, made } = await seedOptions(container, input);
  const { result: departures } = await extendSchedulesWorkflow(container).run({
    input: { option_ids: [...options.values()].map(({ id }) => id) },
  });
  const guests = await seedGuests(container, input, options);
  return {
    added: made + departures.added + guests.added,
    present: options.size - made + departures.kept + guests.present,
  };
}

/** The options of the tours by handle; those that are missing are made, all at once. */
async function seedOptions(
  container: MedusaContainer,
  { visits, producers }: VisitsInput,
): Promise<{ options: Map<string, Option>; made: number }> {
  const products = await graph<{ id: string; handle: string }>(container, {
    entity: "product",
    fields: ["id", "handle"],
    filters: { handle: visits.map(({ handle }) => handle) },
  });
  const ids = new Map(products.map(({ id, handle }) => [handle, id]));
  const handles = new Map(products.map(({ id, handle }) => [id, handle]));
  const service = bookingService(container);
  const read = async () => {
    const rows = await service.listOptions({ product_ids: [...ids.values()] });
    return new Map(rows.map((row) => [mustHave(handles, row.product_id), row]));
  };
  const present = await read();
  const missing = visits.filter(({ handle }) => !present.has(handle));
  if (missing.length === 0) return { options: present, made: 0 };
  await createTourOptionsWorkflow(container).run({
    input: {
      options: missing.map(({ handle, producer, option }) => ({
        ...option,
        product_id: mustHave(ids, handle),
        producer_id: mustHave(producers, producer),
      })),
    },
  });
  return { options: await read(), made: missing.length };
}

/** Books the guests that are not there yet and whose visit has not begun. */
async function seedGuests(
  container: MedusaContainer,
  { visits, withLogin, anchor, now }: VisitsInput,
  options: ReadonlyMap<string, Option>,
): Promise<Outcome> {
  const service = bookingService(container);
  const dealt: { option: Option; guests: DealtGuests }[] = [];
  const to = addDays(anchor, GUEST_DAYS);
  for (const visit of visits) {
    const option = mustHave(options, visit.handle);
    const departures = await service.listDepartures({ option_id: option.id, from: anchor, to });
    const hasLogin = withLogin.has(visit.producer);
    for (const guests of dealGuests(visit, departures, { anchor, hasLogin })) {
      dealt.push({ option, guests });
    }
  }
  const present = await service.listBookings({ uuids: dealt.map(({ guests }) => guests.uuid) });
  const known = new Set(present.map(({ uuid }) => uuid));
  const missing = dealt.filter(
    ({ guests }) =>
      !known.has(guests.uuid) && guests.starts_at.getTime() - now.getTime() >= SOON_MS,
  );
  for (const batch of batches(missing, AT_ONCE)) {
    await Promise.all(batch.map(({ option, guests }) => book(container, option, guests)));
  }
  return { added: missing.length, present: known.size };
}

async function book(
  container: MedusaContainer,
  option: Option,
  { party, starts_at: _starts_at, ...guests }: DealtGuests,
): Promise<void> {
  const units = option.units.flatMap(({ id, kind }) => {
    const count = party[kind];
    return count ? [[id, count] as const] : [];
  });
  await bookByHostWorkflow(container).run({
    input: {
      ...guests,
      party: Object.fromEntries(units),
      producer_id: option.producer_id,
      actor: SEED_ACTOR.id,
    },
  });
}
