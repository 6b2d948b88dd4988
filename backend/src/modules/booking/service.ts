import { markAnnounced } from "./booking-queries";
import * as host from "./host";
import * as payment from "./payment";
import * as reads from "./read-queries";
import * as seats from "./seats";
import type { Booking, DepartureEvent, NewTourOption } from "./tables";
import * as tours from "./tours";

export type { Booking, NewTourOption } from "./tables";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Options, departures, holds, bookings and tickets of tours. At all times `held` of a departure is
 * the sum of its bookings ON_HOLD, `confirmed` that of CONFIRMED and REDEEMED, and both together
 * are at most its capacity. What each method promises is written at the function that it calls.
 */
export default class BookingModuleService {
  // Tours.

  async listOptions(by: Parameters<typeof tours.listOptions>[0]) {
    return tours.listOptions(by);
  }

  async createOptions(options: NewTourOption[]) {
    return tours.createOptions(options);
  }

  async deleteOptions(ids: string[]) {
    return tours.deleteOptions(ids);
  }

  async applySchedules(input: Parameters<typeof tours.applySchedules>[0]) {
    return tours.applySchedules(input);
  }

  async setUnitPrice(input: Parameters<typeof tours.setUnitPrice>[0]) {
    return tours.setUnitPrice(input);
  }

  /** The undo of `setUnitPrice`, for what it answered. */
  async restoreUnitPrices(prices: Parameters<typeof tours.restoreUnitPrices>[0]) {
    return tours.restoreUnitPrices(prices);
  }

  // Departures.

  async listDepartures(by: Parameters<typeof reads.selectDepartures>[0]) {
    return reads.selectDepartures(by);
  }

  async findDeparture(id: string): Promise<reads.DepartureWithSeats | null> {
    return (await reads.selectDepartures({ ids: [id] }))[0] ?? null;
  }

  // Seats.

  async hold(request: seats.HoldRequest) {
    return seats.hold(request);
  }

  async extendHold(request: Parameters<typeof seats.extendHold>[0]) {
    return seats.extendHold(request);
  }

  async attachLine(line: Parameters<typeof seats.attachLine>[0]) {
    return seats.attachLine(line);
  }

  async release(request: Parameters<typeof seats.release>[0]) {
    return seats.release(request);
  }

  async bind(bindings: payment.Binding[]) {
    return payment.bind(bindings);
  }

  async unbind(uuids: string[]) {
    return payment.unbind(uuids);
  }

  async confirm(uuids: string[], actor: string) {
    return payment.confirm(uuids, actor);
  }

  async unconfirm(uuids: string[]) {
    return payment.unconfirm(uuids);
  }

  async cancel(which: Parameters<typeof payment.cancel>[0]) {
    return payment.cancel(which);
  }

  async uncancel(before: Booking[]) {
    return payment.uncancel(before);
  }

  // The host.

  async closeDeparture(input: Parameters<typeof host.closeDeparture>[0]) {
    return host.closeDeparture(input);
  }

  async reopenDeparture(input: Parameters<typeof host.reopenDeparture>[0]) {
    return host.reopenDeparture(input);
  }

  async setCapacity(input: Parameters<typeof host.setCapacity>[0]) {
    return host.setCapacity(input);
  }

  async checkIn(input: Parameters<typeof host.checkIn>[0]) {
    return host.checkIn(input);
  }

  async undoCheckIn(input: Parameters<typeof host.undoCheckIn>[0]) {
    return host.undoCheckIn(input);
  }

  async markNoShow(input: Parameters<typeof host.markNoShow>[0]) {
    return host.markNoShow(input);
  }

  async undoNoShow(input: Parameters<typeof host.undoNoShow>[0]) {
    return host.undoNoShow(input);
  }

  async collect(input: Parameters<typeof host.collect>[0]) {
    return host.collect(input);
  }

  async undoCollect(input: Parameters<typeof host.undoCollect>[0]) {
    return host.undoCollect(input);
  }

  async bookByHost(request: seats.HostBooking) {
    return seats.bookByHost(request);
  }

  // Reads and announcements.

  /** Whatever is no uuid is nobody's. */
  async listBookings(by: Parameters<typeof reads.selectBookings>[0]) {
    const { uuids, ...others } = by;
    return reads.selectBookings({ ...others, uuids: uuids?.filter((uuid) => UUID.test(uuid)) });
  }

  async findBooking(uuid: string): Promise<reads.BookingWithItems | null> {
    return (await this.listBookings({ uuids: [uuid] }))[0] ?? null;
  }

  async listEvents(by: Parameters<typeof reads.selectEvents>[0]): Promise<DepartureEvent[]> {
    return reads.selectEvents(by);
  }

  async markAnnounced(uuid: string): Promise<boolean> {
    return markAnnounced(uuid);
  }

  async listUnannounced(): Promise<string[]> {
    return reads.selectUnannounced();
  }
}
