import {
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  type LocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import {
  type CloseReason,
  closeReasonLabel,
  type DepartureState,
  type GuideLanguage,
  guideLanguageLabel,
  HOLD_MINUTES,
  MAX_OF_UNIT,
  type UnitKind,
  unitWord,
} from "@cho-lang/shared/domain/booking";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type Ages = { age_min: number | null; age_max: number | null };
type DayFacts = {
  date: LocalDate;
  isToday: boolean;
  state: DepartureState | null;
  price_vnd: number | null;
  seats: number;
  reason: CloseReason | null;
};
type FaultFacts = {
  /** The unit that it is about, and who must come along with it. */
  unit: UnitKind | null;
  accompanied_by: readonly UnitKind[];
  min: number;
  max: number;
  /** Of the departure that was meant, null when it is gone. */
  time: string | null;
  /** Its free seats now. */
  seats: number;
};
type Refund = { until: Date | null; percent: number; isFirst: boolean };

/** Minutes. */
const DAY = 24 * 60;
const number = (value: number) => formatNumber(value, "vi");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "25.11" */
const dayAndMonth = (date: LocalDate) => formatDate(date, "vi").slice(0, 5);
const weekdayAndDay = (date: LocalDate) => `${formatWeekday(date, "vi")} ${dayAndMonth(date)}`;
const month = (text: string) => `Tháng ${Number(text.slice(5))}, ${text.slice(0, 4)}`;
const visit = (time: string | null) => (time ? `Chuyến ${time}` : "Chuyến này");
const oneOf = (kinds: readonly UnitKind[]) =>
  kinds.map((kind) => unitWord(kind, "vi")).join(" hoặc ");

export const booking = {
  heading: "Chọn ngày đi",
  month,
  caption: (text: string) => `${month(text)}: giá từ và số chỗ còn của mỗi ngày`,
  previousMonth: (text: string) => `Tháng trước: ${month(text)}`,
  nextMonth: (text: string) => `Tháng sau: ${month(text)}`,
  /** Monday first. */
  weekdays: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  weekdaysSpoken: ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"],
  /** "150k", "1,2tr": exact thousands below a million. */
  shortPrice: (vnd: number) =>
    vnd < 1_000_000
      ? `${number(Math.round(vnd / 1000))}k`
      : `${String(Math.round(vnd / 10_000) / 100).replace(".", ",")}tr`,
  shortSeats: (seats: number) => `${number(seats)} chỗ`,
  shortState: { full: "Hết", closed: "Nghỉ", too_late: "Hết giờ" } as Record<string, string>,
  day: weekdayAndDay,
  dayTitle: (date: LocalDate) => capital(weekdayAndDay(date)),
  daySpoken: ({ date, isToday, state, price_vnd, seats, reason }: DayFacts) => {
    const words = [`${formatWeekday(date, "vi")} ngày ${Number(date.slice(8))}`];
    if (isToday) words.push("hôm nay");
    if (state === "open" || state === "few") {
      if (price_vnd !== null) words.push(`từ ${formatVnd(price_vnd, "vi")}`);
      words.push(state === "few" ? `chỉ còn ${number(seats)} chỗ` : `còn ${number(seats)} chỗ`);
    } else if (state === "full") words.push("hết chỗ");
    else if (state === "too_late") words.push("hết giờ đặt");
    else if (state === "closed") {
      words.push(reason ? `nghỉ: ${closeReasonLabel(reason, "vi")}` : "nghỉ");
    } else words.push(state === "past" ? "đã qua" : "không có chuyến");
    return words.join(", ");
  },
  legend: {
    title: "Chú thích lịch",
    today: "Số có gạch chân: hôm nay.",
    few: "Chữ nâu đậm: sắp hết chỗ.",
    full: "Ô gạch chéo: hết chỗ.",
    tooLate: "Hết giờ: đã qua hạn đặt của ngày ấy.",
    closed: ({ dates, reason }: { dates: readonly LocalDate[]; reason: CloseReason | null }) =>
      `Nghỉ ngày ${dates.map(dayAndMonth).join(", ")}${reason ? `: ${closeReasonLabel(reason, "vi")}` : ""}.`,
  },
  chooseDay: "Chọn một ngày còn chỗ trên lịch để xem giờ đi và tính tiền.",
  nearest: (date: LocalDate) => `Ngày gần nhất còn chỗ: ${weekdayAndDay(date)}`,
  monthFull: "Tháng này không còn ngày nào đặt được.",
  noDay: "Chưa có ngày nào mở đặt chỗ.",
  noDayText: "Người đón chưa mở lịch mới. Gọi cho họ để hỏi ngày.",
  dayGone: "Ngày này không đặt được nữa.",
  notBookable: "Chuyến này chưa mở đặt chỗ ở chợ",
  notBookableText: "Gọi cho người đón để hẹn ngày.",
  hostClosed: "Người đón đang tạm nghỉ",
  hostClosedText: "Nhà này chưa nhận khách lúc này. Lịch trở lại khi họ mở cửa.",
  option: "Cách đi",
  times: "Giờ đi",
  /** "08:30", "07:00 ngày 2". */
  clock: ({ time, days }: { time: string; days: number }) =>
    days === 0 ? time : `${time} ngày ${days + 1}`,
  time: ({ from, to }: { from: string; to: string }) => `${from} đến ${to}`,
  seatsLeft: (seats: number) => `Còn ${number(seats)} chỗ`,
  fewLeft: (seats: number) => `Chỉ còn ${number(seats)} chỗ`,
  stateOf: {
    full: "Hết chỗ",
    closed: "Nghỉ",
    too_late: "Hết giờ đặt",
    past: "Đã qua",
  } as Record<string, string>,
  closedFor: (reason: CloseReason) => `Nghỉ: ${closeReasonLabel(reason, "vi")}`,
  party: "Mấy người đi?",
  unit: (kind: UnitKind) => capital(unitWord(kind, "vi")),
  ages: ({ age_min, age_max }: Ages) => {
    if (age_min !== null && age_max !== null) return `${age_min}–${age_max} tuổi`;
    if (age_min !== null) return `từ ${age_min} tuổi`;
    return age_max === null ? "" : `đến ${age_max} tuổi`;
  },
  free: "Miễn phí",
  takesSeats: (seats: number) => (seats === 0 ? "không tính chỗ" : `tính ${number(seats)} chỗ`),
  accompanied: (kinds: readonly UnitKind[]) => `đi cùng ${oneOf(kinds)}`,
  countOf: (kind: UnitKind) => `Số ${unitWord(kind, "vi")}`,
  lessOf: (kind: UnitKind) => `Bớt một ${unitWord(kind, "vi")}`,
  moreOf: (kind: UnitKind) => `Thêm một ${unitWord(kind, "vi")}`,
  partyLimits: ({ min, max }: { min: number; max: number }) =>
    min > 1 ? `Nhận nhóm ${min} đến ${max} người.` : `Nhận tối đa ${max} người một nhóm.`,
  reckon: "Tính tiền",
  partyWords: (parts: readonly { kind: UnitKind; count: number }[]) =>
    parts.map(({ kind, count }) => `${number(count)} ${unitWord(kind, "vi")}`).join(", "),
  nobody: "Chưa chọn ai",
  seatsAfter: (seats: number) =>
    seats === 0 ? "hết chỗ sau khi đặt" : `còn ${number(seats)} chỗ sau khi đặt`,
  seatsShort: (seats: number) => `chỉ còn ${number(seats)} chỗ`,
  visitAt: ({ date, time }: { date: LocalDate; time: string }) =>
    `${capital(weekdayAndDay(date))}, ${time}`,
  total: "Tổng",
  hold: `Giữ chỗ ${HOLD_MINUTES} phút`,
  holdText: "Chưa trừ tiền. Trả khi đến nơi.",
  cancelTitle: "Nếu phải hủy",
  refundUntil: ({ until, percent, isFirst }: Refund) => {
    if (!until) return isFirst ? "Hủy từ bây giờ" : "Muộn hơn";
    const day = weekdayAndDay(todayInVietnam(until));
    const when = `${isFirst ? "Hủy đến" : "Sau đó đến"} ${formatTimeInVietnam(until)} ${day}`;
    return percent === 100 ? `${when}: trả lại đủ` : when;
  },
  refundNone: "không trả lại",
  refundNote: "Tính trên số tiền bạn đã trả.",
  /** The rule before a day is chosen. */
  policyTier: ({ hours, percent }: { hours: number; percent: number }) => {
    const when =
      hours === 0
        ? "Đến lúc bắt đầu"
        : hours % 24 === 0
          ? `Trước giờ đi ${number(hours / 24)} ngày`
          : `Trước giờ đi ${number(hours)} giờ`;
    return `${when}: ${percent === 100 ? "trả lại đủ" : `trả lại ${percent}%`}`;
  },
  policyLater: "Muộn hơn: không trả lại",
  policyNone: "Đã đặt thì không trả lại tiền khi hủy",
  chooseDayLink: "Chọn ngày",
  facts: {
    duration: "Thời gian",
    languages: "Tiếng",
    party: "Nhóm",
    meeting: "Điểm hẹn",
  },
  languages: (guides: readonly GuideLanguage[]) =>
    capital(
      guides.map((guide) => guideLanguageLabel(guide, "vi").replace(/^tiếng /, "")).join(", "),
    ),
  partyUpTo: ({ min, max }: { min: number; max: number }) =>
    min > 1 ? `${min} đến ${max} người` : `Tối đa ${max} người`,
  program: "Chuyến đi theo giờ",
  programFor: (time: string) => `Giờ của chuyến ${time}`,
  afterMinutes: (minutes: number) =>
    minutes === 0 ? "Đầu chuyến" : `Sau ${minutes < 60 ? `${minutes} phút` : hours(minutes)}`,
  hours,
  meetingTitle: "Hẹn gặp ở đâu",
  map: "Mở bản đồ",
  askHost: (phone: string) => `Hỏi người đón: ${phone}`,
  included: "Giá đã gồm",
  bookedUntil: (minutes: number) => `Đặt trước ít nhất ${hours(minutes)}.`,
  /** Why seats were not held, by code, and what to do. */
  faults: {
    departure_missing: () => "Chọn giờ đi trước khi giữ chỗ.",
    departure_full: ({ time, seats }: FaultFacts) =>
      seats > 0
        ? `Vừa có người giữ chỗ. ${visit(time)} chỉ còn ${number(seats)} chỗ: bớt người, hoặc chọn giờ hay ngày khác.`
        : `${visit(time)} vừa hết chỗ. Chọn giờ hoặc ngày khác.`,
    departure_closed: ({ time }: FaultFacts) =>
      `${visit(time)} vừa đóng, người đón không nhận khách. Chọn giờ hoặc ngày khác.`,
    departure_too_late: ({ time }: FaultFacts) =>
      `${visit(time)} đã qua hạn đặt. Chọn giờ hoặc ngày khác.`,
    departure_past: ({ time }: FaultFacts) => `${visit(time)} đã đi rồi. Chọn giờ hoặc ngày khác.`,
    departure_gone: () => "Chuyến này không còn trong lịch. Chọn giờ hoặc ngày khác.",
    party_empty: () => "Chọn ít nhất một người, ví dụ 2 người lớn.",
    unit_unknown: () => "Loại vé vừa thay đổi. Chọn lại số người.",
    unit_count_malformed: () => `Số người là số tròn từ 0 đến ${MAX_OF_UNIT}, ví dụ 2.`,
    not_accompanied: ({ unit, accompanied_by }: FaultFacts) =>
      `${unit ? capital(unitWord(unit, "vi")) : "Khách này"} phải đi cùng ${oneOf(accompanied_by)}. Thêm một người đi cùng.`,
    party_too_small: ({ min }: FaultFacts) =>
      `Chuyến này nhận nhóm từ ${min} người. Hãy thêm người.`,
    party_too_large: ({ max }: FaultFacts) =>
      `Chuyến này nhận tối đa ${max} người một nhóm. Hãy bớt người.`,
    seats_short: ({ time, seats }: FaultFacts) =>
      `${visit(time)} chỉ còn ${number(seats)} chỗ. Bớt người, hoặc chọn giờ hay ngày khác.`,
    producer_closed: () =>
      "Người đón vừa tạm nghỉ, nên chưa giữ chỗ được. Mời bạn xem chuyến khác.",
    too_many_holds_in_cart: () =>
      "Giỏ của bạn đang giữ 3 chuyến. Đặt xong hoặc bỏ bớt một chuyến rồi giữ tiếp.",
    too_many_holds_from_address: () =>
      "Nơi bạn truy cập đang giữ nhiều chuyến cùng lúc. Đặt xong hoặc bỏ bớt trong giỏ, hay thử lại sau 15 phút.",
  } as Record<string, (facts: FaultFacts) => string>,
  faultOther: "Chưa giữ được chỗ. Hãy thử lại, hoặc gọi người đón.",
  seeCart: "Xem giỏ hàng",
  search: {
    title: "Mấy người, đi ngày nào?",
    date: "Ngày đi",
    party: "Số người",
    submit: "Xem chuyến còn chỗ",
    anyDay: "Ngày nào cũng được",
    quick: ({ date, today }: { date: LocalDate; today: LocalDate }) =>
      date === today ? `Hôm nay, ${weekdayAndDay(date)}` : capital(`${weekdayAndDay(date)}`),
    quickLabel: "Ngày cuối tuần gần nhất",
    nothing: ({ date, party }: { date: LocalDate; party: number }) =>
      `Không chuyến nào còn ${number(party)} chỗ vào ${weekdayAndDay(date)}.`,
    past: "Ngày này đã qua.",
    neighbour: ({ date, count }: { date: LocalDate; count: number }) =>
      `${capital(weekdayAndDay(date))}: ${number(count)} chuyến`,
    neighbours: "Những ngày gần đó có:",
    dropDate: "Bỏ ngày, xem mọi chuyến",
  },
};

function hours(minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return `${number(minutes / DAY)} ngày`;
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0) return `${rest} phút`;
  return rest === 0 ? `${number(whole)} giờ` : `${number(whole)} giờ ${rest} phút`;
}
