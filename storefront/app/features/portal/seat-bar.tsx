import { seatShares } from "./month";

/** Seats as a bar: guests, behind them holds. Says nothing aloud, since words stand beside it. */
export function SeatBar(facts: { capacity: number; confirmed: number; held: number }) {
  const { confirmed, taken } = seatShares(facts);
  return (
    <svg className="seat-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="seat-bar-all" width="100" height="6" />
      <rect className="seat-bar-held" width={taken} height="6" />
      <rect className="seat-bar-taken" width={confirmed} height="6" />
    </svg>
  );
}
