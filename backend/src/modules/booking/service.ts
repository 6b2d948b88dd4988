/** Options, departures, holds, bookings and tickets of tours. */
export default class BookingModuleService {}
