import * as guest from "./guest-steps";
import * as host from "./host-steps";

const { hold, bind, confirm, runsOut, cancel, extend, release, unbind, unconfirm } = guest;
const { bookByHost, setCapacity, close, reopen, dayComes, arrive, noShow, pay, stranger } = host;

/** Every deed, the frequent ones more than once. */
export const steps = [
  ...Array.from({ length: 8 }, () => hold),
  ...Array.from({ length: 5 }, () => [bind, confirm, runsOut]).flat(),
  ...Array.from({ length: 2 }, () => [
    cancel,
    arrive,
    extend,
    setCapacity,
    reopen,
    noShow,
    pay,
  ]).flat(),
  ...[bookByHost, release, unbind, unconfirm, close, dayComes, stranger],
];
