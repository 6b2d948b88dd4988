import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const count = (value: number) => formatNumber(value, "en");
const guests = (value: number) => `${count(value)} ${value === 1 ? "guest" : "guests"}`;
const departures = (value: number) => `${count(value)} ${value === 1 ? "departure" : "departures"}`;
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const seats = (value: number) => `${count(value)} ${value === 1 ? "seat is" : "seats are"}`;

export const visits = {
  title: "Visitors' calendar",
  text: "Tap a day to see its guests and to check them in.",
  monthTitle: (facts) => `${MONTHS[facts.month - 1]} ${facts.year}`,
  previousMonth: "Previous month",
  nextMonth: "Next month",
  thisMonth: "This month",
  monthsLabel: "Change the month",
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  guestsOf: (facts) => `${count(facts.taken)} / ${guests(facts.capacity)}`,
  guestsShort: (facts) => `${count(facts.taken)}/${count(facts.capacity)}`,
  guests,
  departures,
  dayOff: "closed",
  daysWithGuests: "Days with guests",
  noGuestsThisMonth: "Nobody has booked from today to the end of this month.",
  noDepartures: "No departures this month",
  noDeparturesText:
    "The market makes your schedule together with you, by the days and hours when you receive guests. Call your OCOP officer.",

  previousDay: "Day before",
  nextDay: "Day after",
  today: "Today",
  daysLabel: "Change the day",
  dayText: (facts) => `${departures(facts.departures)}, ${guests(facts.guests)}`,
  emptyDay: "No departures on this day",
  emptyDayText: "Choose another day in the calendar.",
  seeMonth: "See the month",
  print: "Print the list",
  arrivedOf: (arrived) => `${count(arrived)} arrived`,
  heldSeats: (held) => `${seats(held)} on hold`,
  started: "Started",
  closedBecause: (reason) => `Closed because of ${reason}.`,
  noVisitors: "Nobody has booked this departure yet.",
  visitorsOf: (tour) => `Guests of ${tour}`,

  dueAtVillage: (amount) => `Collect ${formatVnd(amount, "en")}`,
  collected: (amount) => `Collected ${formatVnd(amount, "en")}`,
  paid: "Paid",
  speaks: { vi: "speaks Vietnamese", en: "speaks English" },
  codeLabel: "Ticket",
  order: (number) => `Order #${number}`,
  visitorNote: (note) => `Note: ${note}`,
  phoneGone: "The phone number is no longer shown after 30 days.",
  nameless: "A guest",
  arrivedAt: (time) => `Arrived at ${time}`,
  partlyArrived: (facts) =>
    `${count(facts.arrived)} of ${count(facts.of)} arrived, the last at ${facts.time}`,
  states: {
    no_show: "Did not come",
    cancelled: "Cancelled, the seats are free again",
    held: "On hold, not booked yet",
  },
  deeds: {
    arriveOne: "Arrived",
    arriveAll: (tickets) => `All ${count(tickets)} arrived`,
    arriveRest: (tickets) => `The other ${count(tickets)} arrived`,
    byPerson: "One by one",
    byPersonDo: "Check these in",
    byPersonFault: "Tick at least one person who has arrived.",
    undo: "Undo",
    undoPerson: (person) => `Undo ${person}`,
    noShow: "Did not come",
    undoNoShow: "Undo “did not come”",
    collect: (amount) => `Collected ${formatVnd(amount, "en")}`,
    undoCollect: "Undo collecting",
  },
  people: "Who has arrived?",
  person: (facts) => `${facts.kind} ${facts.index} · ${facts.code}`,
  done: {
    "check-in": "Checked in.",
    "undo-check-in": "Undone: the guests count as not arrived again.",
    "no-show": "Marked as not come.",
    "undo-no-show": "Undone: the guests are still expected.",
    collect: "Marked as collected.",
    "undo-collect": "Undone: the money is still to be collected.",
    close: "The departure is closed. The tour's page says so within seconds.",
    reopen: "The departure is open again.",
    capacity: "The number of seats is saved.",
  },

  manage: "Change seats, close",
  manageClosed: "Change seats",
  capacity: "Seats",
  capacityHint: (taken) =>
    taken > 0 ? `${seats(taken)} booked or on hold.` : "Nobody has booked yet.",
  capacityDo: "Save the seats",
  capacityFault: "Write a number from 0 to 1,000, such as 15.",
  capacityBelow: (taken) =>
    `${seats(taken)} booked or on hold, so it cannot be less than ${count(taken)}.`,
  closeTitle: "Close this departure",
  closeText: "Nobody can book it any more. Visitors of the tour's page read your reason.",
  closeGuests: (booked) =>
    `${guests(booked)} booked already. Closing does not cancel their seats: please call each of them.`,
  closeReason: "Why is it closed?",
  closeReasonFault: "Choose a reason, so that guests understand, such as bad weather.",
  closeNote: "A note for your own people",
  closeNoteHint: "Optional, at most 300 letters.",
  closeNoteFault: "A note has at most 300 letters.",
  closeDo: "Close the departure",
  reopenDo: "Open it again",

  checkIn: "Scan a ticket",
  checkInTitle: "Check-in",
  checkInText: "Scan the code on the ticket, or type the 8 letters below the square.",
  ticket: "Ticket code",
  ticketHint: "Such as K7FQ-3QMZ. Capitals or not, both will do.",
  ticketMissing: "Type the code on the ticket, such as K7FQ-3QMZ.",
  ticketDo: "Check in",
  nextTicket: "Next ticket",
  cameraStart: "Scan with the camera",
  cameraStop: "Stop the camera",
  cameraStarting: "Starting the camera…",
  cameraAim: "Bring the ticket's square into the middle of the frame.",
  cameraFaults: {
    refused:
      "The browser may not use the camera. Open the settings of this page, allow the camera and press again; or type the ticket's code.",
    missing: "This device has no camera. Please type the ticket's code.",
    busy: "Another app uses the camera. Close it and press again; or type the ticket's code.",
    insecure:
      "The camera opens only where the page's address begins with https. Please type the ticket's code.",
    failed: "The camera does not open. Please type the ticket's code.",
  },
  welcomed: "Welcome in",
  already: (time) => `In since ${time}`,
  undone: "Undone",
  recorded: "Saved",
  alreadyText: "This ticket was checked in before; it is not counted again.",
  otherDay: (day) =>
    day
      ? `These guests booked for ${day}. Let them in?`
      : "This ticket is for another day. Let them in?",
  otherDayDo: "Let them in",
  seeDay: "See the guests of the day",
  tickets: {
    ticket_unreadable:
      "This code cannot be read. A ticket's code has 8 letters and digits, such as K7FQ-3QMZ.",
    ticket_forged: "This ticket was not issued by the market. Ask for the code of 8 letters.",
    ticket_cancelled: "This booking is cancelled; its ticket is no longer good.",
    ticket_not_confirmed: "This booking is not finished; it has no ticket yet.",
    ticket_not_found: "Your shop has no such ticket. Check the code, or look for the guest's name.",
  },

  todayTitle: "Guests today",
  tomorrowTitle: "Guests tomorrow",
  laterTitle: (day) => `Guests on ${day}`,
  noneToday: "No departures today",
  noneTodayText: "See the calendar for the days with guests.",
  seeVisitors: "See the guests",
  visitAt: (facts) => `${facts.day} at ${facts.time}`,
} satisfies Phrases["portal"]["visits"];

export const visitRefusals = {
  capacity_below_taken: "There cannot be fewer seats than are booked or on hold.",
  departure_busy: "Many people are booking this departure. Wait some seconds and press again.",
  departure_not_started: "The visit has not begun. “Did not come” can be recorded after its start.",
  visit_already_happened: "Somebody of the party has arrived. Undo that first.",
  ticket_cancelled: "This booking is cancelled; nothing can be recorded.",
  ticket_not_confirmed: "This booking is not finished; nothing can be recorded yet.",
};
