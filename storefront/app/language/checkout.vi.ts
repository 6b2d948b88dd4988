/** Sentences by stable code; a code without one gets the field's own `invalid`. */
type Sentences = { invalid: string; missing: string } & Record<string, string>;

const DIGITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

export const checkout = {
  title: "Nhận hàng và trả tiền",
  titleOfVisits: "Người đi và trả tiền",
  haveAccount: "Đã có tài khoản?",
  signIn: "Đăng nhập",
  signedIn: (email: string) => `Đang mua bằng tài khoản ${email}.`,
  fullName: "Họ và tên",
  phone: "Điện thoại",
  phoneHint: "Người giao gọi số này trước khi đến.",
  phoneHintOfVisits: "Chủ nhà gọi số này khi cần. Số nước ngoài: gõ + và mã nước.",
  email: "E-mail",
  emailHint: "Để gửi đường dẫn xem đơn. Không gửi quảng cáo.",
  province: "Tỉnh, thành phố",
  chooseProvince: "Chọn tỉnh, thành",
  showCommunes: "Hiện phường, xã của tỉnh này",
  commune: "Phường, xã",
  chooseCommune: "Chọn phường, xã",
  provinceFirst: "Chọn tỉnh trước",
  communeProposed: (name: string) =>
    `Nơi bạn ghi nay thuộc ${name}, đã chọn giúp bạn. Đúng thì bấm đặt lần nữa.`,
  street: "Số nhà, đường hoặc thôn",
  note: "Lời nhắn cho cơ sở (không bắt buộc)",
  noteOfVisits: "Lời nhắn cho chủ nhà (không bắt buộc)",
  payment: "Trả tiền",
  cod: "Trả tiền khi nhận",
  codOfVisits: "Trả tiền khi đến nơi",
  codOfBoth: "Trả tiền khi nhận hàng và khi đến nơi",
  codNote: (parcels: number) =>
    parcels > 1
      ? `Người giao thu ${parcels} lần, vì hàng đi ${parcels} gói`
      : "Người giao thu tiền mặt khi bạn nhận gói hàng",
  /** What is paid where, when a cart holds goods and visits. */
  codAtDoor: (facts: { amount: string; parcels: number }) =>
    facts.parcels > 1
      ? `Khi nhận hàng: trả người giao ${facts.amount}, làm ${facts.parcels} lần cho ${facts.parcels} gói.`
      : `Khi nhận hàng: trả người giao ${facts.amount}.`,
  codAtVillage: (amount: string) => `Khi đến làng: trả chủ nhà ${amount}.`,
  codOfVisitsNote: (amount: string) =>
    `Bây giờ chưa trừ tiền. Khi đến làng, trả chủ nhà ${amount} tiền mặt.`,
  vietqr: "Chuyển khoản bằng mã VietQR",
  vietqrNote: "Bước sau hiện mã QR: quét bằng ứng dụng ngân hàng, tiền về là đơn được đặt.",
  stripe: "Thẻ ngân hàng (Visa, Mastercard…)",
  stripeNote: "Bước sau nhập thẻ trên phần của Stripe; chợ không thấy số thẻ.",
  paymentReasons: {
    card_floor: "Thẻ chỉ trả được từ 15.000 đ. Chuyển khoản, hoặc thêm món.",
    card_ceiling: "Thẻ trả được nhiều nhất 99.999.999 đ một lần. Bớt món hoặc chuyển khoản.",
    transfer_ceiling: "Một lần chuyển khoản nhiều nhất 499.999.999 đ. Chia giỏ thành nhiều đơn.",
    nothing_to_pay: "Giỏ này không có gì phải trả trước.",
    cod_ceiling:
      "Số tiền vượt mức thu khi nhận hàng. Bớt món, hoặc nhận các gói đang giao rồi đặt tiếp.",
    other: "Lúc này chưa dùng được cách trả này.",
  },
  place: "Đặt hàng",
  placeVisit: "Đặt chuyến thăm",
  placing: "Đang đặt hàng…",
  placingVisit: "Đang đặt chuyến…",
  terms: "Đặt hàng nghĩa là đồng ý điều kiện đổi trả của từng cơ sở.",
  termsOfVisits: "Đặt chuyến nghĩa là đồng ý điều kiện hủy ghi ở trang chuyến.",
  taxes: "Giá đã gồm thuế.",
  faultsTitle: (count: number) => `Còn ${count} chỗ cần sửa`,
  refusals: {
    total_changed: (facts: { seen: string; now: string }) =>
      `Tổng tiền đã đổi từ ${facts.seen} thành ${facts.now}. Xem lại rồi bấm đặt hàng lần nữa.`,
    busy: "Đơn của giỏ này đang được tạo. Đợi vài giây rồi bấm đặt hàng lần nữa; bạn không bị đặt hai lần.",
    no_answer:
      "Chợ chưa trả lời kịp. Bấm đặt hàng lần nữa; giỏ còn nguyên và bạn không bị đặt hai lần.",
    refused: "Chưa đặt được đơn này. Xem lại giỏ rồi bấm đặt hàng lần nữa.",
  },
  faults: {
    full_name: {
      invalid: "Viết họ và tên, ví dụ Nguyễn Thị Hường.",
      missing: "Viết họ và tên, ví dụ Nguyễn Thị Hường.",
      too_long: "Tên dài quá 100 chữ. Viết gọn lại, ví dụ Nguyễn Thị Hường.",
    } as Sentences,
    phone: {
      invalid: "Số này chưa đúng. Ví dụ 0912 345 678.",
      missing: "Viết số điện thoại để người giao hoặc chủ nhà gọi. Ví dụ 0912 345 678.",
      too_short: "Số còn thiếu chữ số. Ví dụ 0912 345 678.",
      too_long: "Số bị thừa chữ số. Ví dụ 0912 345 678.",
      bad_prefix: "Số Việt Nam bắt đầu bằng 0 hoặc +84. Ví dụ 0912 345 678.",
      not_a_number: "Chỉ viết chữ số. Ví dụ 0912 345 678.",
    } as Sentences,
    email: {
      invalid: "E-mail này chưa đúng. Ví dụ huong@example.vn.",
      missing: "Cần e-mail để gửi đường dẫn xem đơn. Ví dụ huong@example.vn.",
    } as Sentences,
    province_code: {
      invalid: "Chọn tỉnh, thành phố trong danh sách, ví dụ Hà Nội.",
      missing: "Chọn tỉnh, thành phố nơi nhận, ví dụ Hà Nội.",
    } as Sentences,
    commune_code: {
      invalid: "Chọn phường, xã trong danh sách.",
      missing:
        "Chọn phường, xã nơi nhận. Chỉ biết tên cũ thì ghi sau số nhà: 12 Phất Lộc, Hàng Buồm.",
      commune_of_another_province: "Phường, xã này thuộc tỉnh khác. Chọn lại trong danh sách.",
    } as Sentences,
    street: {
      invalid: "Viết số nhà và đường, hoặc tên thôn, ví dụ 12 ngõ Phất Lộc.",
      missing: "Viết số nhà và đường, hoặc tên thôn, ví dụ 12 ngõ Phất Lộc.",
      street_too_long: "Địa chỉ dài quá 200 chữ. Viết gọn lại, ví dụ 12 ngõ Phất Lộc.",
    } as Sentences,
    note: {
      invalid: "Lời nhắn dài quá 500 chữ. Viết gọn lại, ví dụ: gọi trước khi giao.",
      missing: "",
    } as Sentences,
    payment: {
      invalid: "Chọn một cách trả tiền.",
      missing: "Chọn một cách trả tiền.",
      payment_not_offered: "Lúc này chưa dùng được cách trả này. Chọn cách khác.",
      card_floor: "Thẻ chỉ trả được từ 15.000 đ. Chọn cách khác hoặc thêm món.",
      card_ceiling: "Thẻ trả được nhiều nhất 99.999.999 đ một lần. Chọn cách khác hoặc bớt món.",
      too_many_unpaid:
        "Đang có nhiều đơn chờ trả tiền của bạn hoặc cùng mạng này. Mở đường dẫn trong e-mail để trả hoặc bỏ bớt một đơn, hoặc chọn trả tiền mặt.",
      transfer_ceiling: "Một lần chuyển khoản nhiều nhất 499.999.999 đ. Chia giỏ thành nhiều đơn.",
      nothing_to_pay: "Giỏ này không có gì phải trả trước. Chọn cách khác.",
      cod_ceiling:
        "Số tiền vượt mức thu khi nhận hàng. Bớt món, hoặc nhận các gói đang giao rồi đặt tiếp.",
    } as Sentences,
  },
  phoneMissing: (digits: number) =>
    `Số còn thiếu ${DIGITS[digits] ?? digits} chữ số. Ví dụ 0912 345 678.`,
};
