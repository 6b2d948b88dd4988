import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { runOut } from "./moments";
import {
  actor,
  at,
  chosen,
  done,
  guests,
  index,
  isBooked,
  isBound,
  isHold,
  isUnbound,
  newBooking,
  onBooking,
  small,
  step,
} from "./step";

export const hold = fc
  .tuple(small, small, fc.nat({ max: 2 }), fc.nat({ max: 1 }))
  .map(([d, kind, cart, address]) =>
    step(`hold(${d}, ${kind}, ${cart}, ${address})`, async (model, { service, tour }) => {
      const wanted = {
        uuid: randomUUID(),
        departure: at(model.departures, d),
        cart_id: `cart_${cart}_${at(model.departures, 0).id}`,
        address: `${address} ${at(model.departures, 0).id}`,
        ...guests(tour, kind),
      };
      const { uuid, departure, cart_id, address: from, party } = wanted;
      const request = { uuid, departure_id: departure.id, party, cart_id, address: from };
      const held = await done(model.hold(wanted), () => service.hold(request));
      if (!held) return;
      expect(held).toMatchObject({ pax: wanted.pax, amount_vnd: wanted.amount_vnd });
      model.bookings.push(newBooking(wanted, false));
      // The same again answers the same; a uuid is never good for another request.
      expect(await service.hold(request)).toMatchObject({ uuid, code: held.code });
      const other = { ...request, cart_id: "cart_other" };
      await done(["booking_uuid_taken"], () => service.hold(other));
    }),
  );

export const extend = onBooking("extend", isUnbound, async (booking, model, { service }) => {
  const { uuid, cart_id } = booking;
  await done(["not_found"], () => service.extendHold({ uuid, cart_id: "cart_other" }));
  if (!(await done(model.extend(booking), () => service.extendHold({ uuid, cart_id })))) return;
  booking.extensions += 1;
  booking.has_run_out = false;
});

export const release = onBooking("release", isUnbound, async (booking, model, { service }) => {
  const isReleased = await service.release({ uuid: booking.uuid, actor, reason: "left" });
  expect(isReleased).toBe(model.canRelease(booking));
  if (isReleased) model.didCancel(booking);
});

export const bind = fc.tuple(index, fc.boolean()).map(([n, isOther]) =>
  step(
    `bind(${n}, ${isOther})`,
    async (model, { service }) => {
      const booking = chosen(model, n, isUnbound);
      const order_id = `order_${isOther ? "other_" : ""}${booking.uuid}`;
      const wasBooked = booking.status === "CONFIRMED" || booking.status === "REDEEMED";
      const due_vnd = booking.amount_vnd;
      const bound = await done(model.bind(booking, order_id), () =>
        service.bind([
          {
            uuid: booking.uuid,
            purchase_id: `pur_${booking.uuid}`,
            order_id,
            order_line_item_id: `ordli_${booking.uuid}`,
            full_name: "Nguyễn Thị Mai",
            phone: "+84912345678",
            lang: "vi",
            note: "",
            due_vnd,
          },
        ]),
      );
      if (bound && !wasBooked) Object.assign(booking, { order_id, due_vnd, has_run_out: false });
    },
    true,
  ),
);

export const unbind = onBooking("unbind", isBound, async (booking, _, { service }) => {
  await service.unbind([booking.uuid]);
  const isOff = booking.order_id && ["ON_HOLD", "EXPIRED_REFUND"].includes(booking.status);
  if (!isOff) return;
  const has_run_out = booking.has_run_out || booking.status === "EXPIRED_REFUND";
  Object.assign(booking, { order_id: null, due_vnd: 0, status: "ON_HOLD", has_run_out });
});

export const confirm = onBooking("confirm", isBound, async (booking, model, { service }) => {
  if (booking.order_id === null) return;
  const codes = model.confirm(booking);
  const wasHold = booking.status === "ON_HOLD";
  await done(codes, () => service.confirm([booking.uuid], actor));
  if (!wasHold) return;
  if (codes.length > 0) Object.assign(booking, { status: "EXPIRED_REFUND", due_vnd: 0 });
  else Object.assign(booking, { status: "CONFIRMED", has_run_out: false });
});

export const unconfirm = onBooking("unconfirm", isBooked, async (booking, _, { service }) => {
  await service.unconfirm([booking.uuid]);
  if (booking.status !== "CONFIRMED" || booking.is_by_host) return;
  booking.status = "ON_HOLD";
  booking.due_vnd += booking.collected_vnd;
  booking.collected_vnd = 0;
  booking.is_no_show = false;
});

export const cancel = fc.tuple(index, fc.boolean()).map(([n, isUndone]) =>
  step(
    `cancel(${n}, ${isUndone})`,
    async (model, { service }) => {
      const booking = chosen(model, n, isBooked);
      const changes = model.isLive(booking) || booking.status === "CONFIRMED";
      const before = await done(model.cancel(booking), () =>
        service.cancel({ uuid: booking.uuid, actor, reason: "guest_asked" }),
      );
      if (!before) return;
      expect(before.map(({ uuid }) => uuid)).toEqual(changes ? [booking.uuid] : []);
      if (isUndone) expect(await service.uncancel(before)).toEqual([]);
      else if (changes) model.didCancel(booking);
    },
    true,
  ),
);

export const runsOut = onBooking("runsOut", isHold, async (booking) => {
  if (booking.status !== "ON_HOLD") return;
  await runOut([booking.uuid]);
  booking.has_run_out = true;
});
