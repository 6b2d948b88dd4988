import type { Phrase } from "@cho-lang/shared/language";

/**
 * What the operator's screens say; labels of states come from shared/domain, and the page of search
 * has a file of its own.
 */
export const phrases = {
  producers: { vi: "Chủ thể OCOP", en: "Producers" },
  certifications: { vi: "Giấy chứng nhận", en: "Certificates" },
  purchases: { vi: "Lượt mua", en: "Purchases" },
  villages: { vi: "Làng nghề và điểm đến", en: "Villages and sites" },
  bookings: { vi: "Lượt đặt chỗ", en: "Bookings" },
  searchCertificates: {
    vi: "Số quyết định, sản phẩm hoặc chủ thể",
    en: "Decision number, product or producer",
  },
  searchProducers: { vi: "Tên chủ thể", en: "Producer's name" },
  searchPurchases: { vi: "Mã, e-mail hoặc số điện thoại", en: "Number, e-mail or phone" },
  searchBookings: { vi: "Mã vé, tên hoặc số điện thoại", en: "Ticket code, name or phone" },
  searchVillages: { vi: "Tên làng", en: "Village's name" },
  all: { vi: "Tất cả", en: "All" },
  state: { vi: "Trạng thái", en: "State" },
  province: { vi: "Tỉnh, thành phố", en: "Province" },
  stars: { vi: "Hạng sao", en: "Stars" },
  name: { vi: "Tên", en: "Name" },
  legalForm: { vi: "Loại hình", en: "Legal form" },
  products: { vi: "Sản phẩm", en: "Products" },
  product: { vi: "Sản phẩm", en: "Product" },
  producer: { vi: "Chủ thể", en: "Producer" },
  orders: { vi: "Đơn hàng", en: "Orders" },
  decision: { vi: "Số quyết định", en: "Decision" },
  decidedOn: { vi: "Ngày quyết định", en: "Decided on" },
  expiresOn: { vi: "Có hiệu lực đến", en: "Valid until" },
  issuer: { vi: "Cơ quan cấp", en: "Issued by" },
  history: { vi: "Lịch sử", en: "History" },
  noHistory: { vi: "Chưa có quyết định nào.", en: "No decisions yet." },
  nothing: { vi: "Không tìm thấy mục nào.", en: "Nothing was found." },
  loading: { vi: "Đang tải…", en: "Loading…" },
  failed: {
    vi: "Không tải được. Hãy thử lại sau ít phút.",
    en: "It could not be loaded. Try again in a few minutes.",
  },
  sample: { vi: "dữ liệu mẫu", en: "sample data" },
  verify: { vi: "Xác nhận", en: "Verify" },
  verifyAsk: {
    vi: "Xác nhận giấy này đúng với quyết định? Sao sẽ hiện ngay trên trang sản phẩm.",
    en: "Does this match the decision on paper? Its stars will show on the product at once.",
  },
  reject: { vi: "Từ chối", en: "Reject" },
  rejectHint: {
    vi: "Chủ thể sẽ đọc được lý do này.",
    en: "The producer will read this reason.",
  },
  revoke: { vi: "Thu hồi", en: "Revoke" },
  revokeHint: {
    vi: "Sao biến mất ngay. Mọi người đọc được lý do này trên trang giấy chứng nhận.",
    en: "The stars vanish at once. Everybody can read this reason on the certificate's page.",
  },
  suspend: { vi: "Tạm ngưng", en: "Suspend" },
  suspendHint: {
    vi: "Không ai mua được hàng của chủ thể này nữa; đơn đã đặt vẫn được giao.",
    en: "Nobody can buy from this producer any more; orders so far are still served.",
  },
  reopen: { vi: "Mở lại", en: "Reopen" },
  reopenHint: { vi: "Chủ thể bán hàng trở lại.", en: "The producer sells again." },
  remove: { vi: "Cho ra", en: "Remove" },
  memberSuspendHint: {
    vi: "Thành viên bị đăng xuất ngay.",
    en: "The member is signed out at once.",
  },
  memberRemoveHint: {
    vi: "Thành viên bị đăng xuất ngay và không vào lại được.",
    en: "The member is signed out at once and can't come back.",
  },
  activate: { vi: "Cho vào lại", en: "Let in again" },
  activateHint: { vi: "Thành viên đăng nhập lại được.", en: "The member can sign in again." },
  reason: { vi: "Lý do", en: "Reason" },
  reasonLength: { vi: "Từ 10 đến 500 ký tự.", en: "10 to 500 characters." },
  cancel: { vi: "Hủy", en: "Cancel" },
  done: { vi: "Đã ghi nhận.", en: "Done." },
  members: { vi: "Thành viên", en: "Members" },
  email: { vi: "E-mail", en: "E-mail" },
  decisions: { vi: "Việc có thể làm", en: "What can be done" },
  role: { vi: "Vai trò", en: "Role" },
  contact: { vi: "Liên hệ", en: "Contact" },
  address: { vi: "Địa chỉ", en: "Address" },
  registration: { vi: "Số đăng ký", en: "Registration number" },
  closed: { vi: "Nghỉ bán", en: "Closed" },
  number: { vi: "Mã", en: "Number" },
  buyer: { vi: "Người mua", en: "Buyer" },
  placedAt: { vi: "Đặt lúc", en: "Placed at" },
  total: { vi: "Tổng", en: "Total" },
  due: { vi: "Còn phải thu", en: "To be collected" },
  collected: { vi: "Đã thu", en: "Collected" },
  shipping: { vi: "Phí giao", en: "Shipping" },
  progress: { vi: "Tiến độ", en: "Progress" },
  quantity: { vi: "Số lượng", en: "Quantity" },
  price: { vi: "Đơn giá", en: "Price" },
  note: { vi: "Lời nhắn", en: "Note" },
  openOrder: { vi: "Mở đơn trong Medusa", en: "Open the Medusa order" },
  invoiceFor: { vi: "Xuất hóa đơn cho", en: "Invoice made out to" },
  commune: { vi: "Xã, phường", en: "Commune" },
  kind: { vi: "Loại", en: "Kind" },
  code: { vi: "Mã vé", en: "Ticket code" },
  guest: { vi: "Khách", en: "Guest" },
  tour: { vi: "Chuyến thăm", en: "Tour" },
  departure: { vi: "Giờ đi", en: "Departure" },
  day: { vi: "Ngày đi", en: "Day of the visit" },
  pax: { vi: "Số chỗ", en: "Seats" },
  party: { vi: "Gồm", en: "Party" },
  noShow: { vi: "Không đến", en: "Did not come" },
  bookedAt: { vi: "Đặt lúc", en: "Booked at" },
  heldUntil: { vi: "Giữ đến", en: "Held until" },
  cancelledAt: { vi: "Hủy lúc", en: "Cancelled at" },
  arrived: { vi: "Đã đến", en: "Arrived" },
  policy: { vi: "Nếu hủy", en: "If cancelled" },
  purchase: { vi: "Lượt mua", en: "Purchase" },
  takenByHost: { vi: "Chủ nhà nhận đặt", en: "Taken by the host" },
  capacity: { vi: "Sức chứa", en: "Capacity" },
  held: { vi: "Đang giữ", en: "On hold" },
  confirmed: { vi: "Đã đặt", en: "Booked" },
  seatsLeft: { vi: "Còn trống", en: "Seats left" },
  closedBecause: { vi: "Đóng vì", en: "Closed because of" },
  change: { vi: "Thay đổi", en: "Change" },
  by: { vi: "Người làm", en: "By" },
  at: { vi: "Lúc", en: "At" },
} as const satisfies Record<string, Phrase>;

/** The words between the numbers under a list: 1 — 20 of 34 results, 1 of 2 pages. */
export const pagePhrases = {
  of: { vi: "trên", en: "of" },
  results: { vi: "mục", en: "results" },
  pages: { vi: "trang", en: "pages" },
  prev: { vi: "Trước", en: "Prev" },
  next: { vi: "Sau", en: "Next" },
} as const satisfies Record<string, Phrase>;

/** What happened, in histories. */
export const eventPhrases: Readonly<Record<string, Phrase>> = {
  submitted: { vi: "Đã nộp", en: "Submitted" },
  verified: { vi: "Đã xác nhận", en: "Verified" },
  rejected: { vi: "Đã từ chối", en: "Rejected" },
  revoked: { vi: "Đã thu hồi", en: "Revoked" },
  opened: { vi: "Cho mở bán", en: "Opened" },
  suspended: { vi: "Tạm ngưng", en: "Suspended" },
  reopened: { vi: "Mở lại", en: "Reopened" },
  member_activated: { vi: "Cho thành viên vào lại", en: "Member let in again" },
  member_suspended: { vi: "Tạm ngưng thành viên", en: "Member suspended" },
  member_removed: { vi: "Cho thành viên ra", en: "Member removed" },
};

/** What happened to a departure's seats. */
export const seatEventPhrases: Readonly<Record<string, Phrase>> = {
  held: { vi: "Giữ chỗ", en: "Seats held" },
  extended: { vi: "Giữ thêm", en: "Hold extended" },
  released: { vi: "Trả chỗ", en: "Hold released" },
  expired: { vi: "Hết giờ giữ", en: "Hold ran out" },
  bound: { vi: "Chờ thanh toán", en: "Being paid" },
  unbound: { vi: "Thanh toán chưa xong", en: "Payment not completed" },
  confirmed: { vi: "Đã đặt", en: "Booked" },
  booked: { vi: "Chủ nhà nhận đặt", en: "Taken by the host" },
  refused_late: { vi: "Trả tiền muộn, hết chỗ", en: "Paid late, seats gone" },
  unconfirmed: { vi: "Rút lại đặt chỗ", en: "Booking taken back" },
  cancelled: { vi: "Hủy", en: "Cancelled" },
  uncancelled: { vi: "Bỏ hủy", en: "Cancellation undone" },
  redeemed: { vi: "Khách đến", en: "Guests came" },
  unredeemed: { vi: "Bỏ xác nhận khách đến", en: "Arrival undone" },
  no_show: { vi: "Không đến", en: "Did not come" },
  no_show_undone: { vi: "Bỏ ghi không đến", en: "No-show undone" },
  collected: { vi: "Đã thu tiền", en: "Cash received" },
  uncollected: { vi: "Bỏ thu tiền", en: "Cash given back" },
  closed: { vi: "Đóng", en: "Closed" },
  reopened: { vi: "Mở lại", en: "Reopened" },
  capacity: { vi: "Đổi sức chứa", en: "Capacity changed" },
};

/** Refusals of the backend in words; a code that is missing here shows the backend's sentence. */
export const refusalPhrases: Readonly<Record<string, Phrase>> = {
  certification_already_verified: {
    vi: "Giấy này đã được xác nhận rồi.",
    en: "It is verified already.",
  },
  certification_already_rejected: {
    vi: "Giấy này đã bị từ chối rồi.",
    en: "It is rejected already.",
  },
  certification_already_revoked: {
    vi: "Giấy này đã bị thu hồi rồi.",
    en: "It is revoked already.",
  },
  certification_wrong_status: {
    vi: "Không làm được ở trạng thái này. Hãy tải lại trang.",
    en: "Not possible in this state. Load the page again.",
  },
  producer_already_suspended: { vi: "Đã tạm ngưng rồi.", en: "It is suspended already." },
  producer_already_open: { vi: "Đang mở rồi.", en: "It is open already." },
  producer_closed: { vi: "Chủ thể đã đóng hẳn.", en: "The shop is closed for good." },
  last_owner: {
    vi: "Đây là chủ duy nhất. Hãy trao quyền chủ cho người khác trước.",
    en: "This is the only owner. Make another member owner first.",
  },
  member_removed: { vi: "Thành viên này đã bị cho ra.", en: "The member was removed." },
  event_busy: {
    vi: "Tin này đang được xử lý. Hãy xem lại sau một phút.",
    en: "This message is being processed. Look again in a minute.",
  },
  reindex_running: {
    vi: "Chỉ mục đang được làm lại rồi. Hãy chờ xong.",
    en: "The index is being rebuilt already. Wait until that is done.",
  },
  engine_not_configured: {
    vi: "Máy tìm kiếm này chưa được cấu hình.",
    en: "This engine is not configured.",
  },
  cash_difference_resolved: {
    vi: "Đã có người quyết định khác về số tiền này. Hãy xem lại danh sách.",
    en: "Somebody has decided otherwise about this cash. Look at the list again.",
  },
  suspense_resolved: {
    vi: "Khoản này đã được xử lý rồi.",
    en: "This money was dealt with already.",
  },
  purchase_not_awaiting: {
    vi: "Không có lượt mua nào mang mã này đang chờ tiền. Hãy xem lại mã.",
    en: "No purchase with this number awaits money. Check the number.",
  },
  suspense_too_much: {
    vi: "Khoản này lớn hơn số còn thiếu. Hãy gửi lại tiền.",
    en: "It is more than what is missing. Send it back.",
  },
  payee_missing: {
    vi: "Chưa biết gửi về đâu. Hãy ghi số tài khoản.",
    en: "Nobody knows where to send it. Type the account.",
  },
  note_missing: { vi: "Hãy ghi lý do.", en: "Say why." },
  request_decided: {
    vi: "Yêu cầu này đã có quyết định hoặc đã kết thúc. Hãy đọc lại trang.",
    en: "This request was decided or is over. Read the page again.",
  },
  grant_too_much: {
    vi: "Số tiền lớn hơn số đã thu của đơn.",
    en: "It is more than what came in for the order.",
  },
  refund_already_sent: {
    vi: "Khoản này đã được ghi là đã chuyển, với mã giao dịch khác.",
    en: "It was marked as sent already, under another number.",
  },
  transfers_not_offered: {
    vi: "Chợ này chưa nhận chuyển khoản.",
    en: "This shop takes no bank transfers.",
  },
  statement_too_large: {
    vi: "Tệp lớn hơn 5 MB. Hãy xuất ít ngày hơn.",
    en: "The file is larger than 5 MB. Export fewer days.",
  },
  statement_too_long: {
    vi: "Tệp có hơn 20.000 dòng. Hãy xuất ít ngày hơn.",
    en: "The file has more than 20,000 lines. Export fewer days.",
  },
  statement_old_excel: {
    vi: "Tệp theo kiểu Excel cũ. Hãy mở ra, lưu thành .xlsx hoặc CSV rồi thử lại.",
    en: "The file is of an old Excel. Open it, save it as .xlsx or CSV and try again.",
  },
  statement_unreadable: {
    vi: "Tệp không phải CSV hay .xlsx. Hãy xuất lại từ ngân hàng.",
    en: "The file is neither CSV nor .xlsx. Export it again.",
  },
  statement_no_header: {
    vi: "Không tìm thấy dòng tên cột: ngày, nội dung và số tiền vào.",
    en: "No line names the columns for day, text and incoming amount.",
  },
  statement_other_account: {
    vi: "Đây là sao kê của tài khoản khác.",
    en: "This is a statement of another account.",
  },
  invalid_fields: {
    vi: "Có ô chưa đúng. Hãy xem lại những gì đã nhập.",
    en: "A field is not right. Check what you typed.",
  },
};

export const memberStatusPhrases = {
  active: { vi: "Đang hoạt động", en: "Active" },
  suspended: { vi: "Tạm ngưng", en: "Suspended" },
  removed: { vi: "Đã ra", en: "Removed" },
} as const satisfies Record<string, Phrase>;
