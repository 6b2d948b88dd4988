export const verify = {
  title: "Tra chứng nhận",
  description:
    "Gõ số quyết định in cạnh dấu sao OCOP để biết chứng nhận còn hiệu lực, cho món nào, của ai.",
  label: "Số quyết định in cạnh dấu sao trên nhãn",
  hint: "Ví dụ MẪU-0412/QĐ-UBND; gõ không dấu cũng được",
  submit: "Tra",
  found: ({ count, number }: { count: number; number: string }) =>
    `${count} chứng nhận theo số “${number}”`,
  none: "Chưa thấy số này",
  noneText: (number: string) =>
    `Không có chứng nhận nào ở chợ mang số “${number}”. Có thể món đó không bán ở đây, hoặc số bị gõ thiếu.`,
  tooLong: "Số quyết định dài nhất 60 ký tự, như 0412/QĐ-UBND.",
  advice: [
    "Chỉ gõ phần số đầu, như 0412, để tìm rộng hơn.",
    "Trên nhãn, số nằm gần ngôi sao, thường có chữ QĐ-UBND hoặc QĐ-BNNMT.",
    "Không thấy ở đây chưa có nghĩa là giả: hãy hỏi ủy ban tỉnh đã cấp.",
  ],
  how: "Đọc một dấu sao",
  howText: [
    "Chứng nhận OCOP có giá trị 36 tháng từ ngày ký quyết định. Hết hạn thì không được in sao nữa.",
    "Năm sao do bộ công nhận, bốn và ba sao do tỉnh; trước tháng 7.2025 ba sao do huyện.",
    "Số quyết định, ngày ký, nơi cấp, tên món và tên người làm phải khớp nhau.",
  ],
  unknown: "Không thấy chứng nhận này",
  unknownText: "Đường dẫn có thể đã cũ. Hãy tra bằng số quyết định trên nhãn.",
  pageTitle: ({ stars, title }: { stars: number; title: string }) => `OCOP ${stars} sao: ${title}`,
  state: {
    in_force: "Còn hiệu lực",
    expiring: "Sắp hết hạn",
    expired: "Đã hết hạn",
    revoked: "Đã bị thu hồi",
  },
  until: ({ date, months }: { date: string; months: number }) =>
    `Đến hết ${date}, còn ${months} tháng`,
  expiredOn: (date: string) => `Hết hạn sau ngày ${date}, chưa được đánh giá lại`,
  revokedOn: (date: string | null) => (date ? `Thu hồi ngày ${date}` : "Không còn giá trị"),
  monthsLeft: (months: number) => `Còn hiệu lực ${months} tháng`,
  expiringMonths: (months: number) => `Sắp hết hạn, còn ${months} tháng`,
  reason: (reason: string) => `Lý do: ${reason}`,
  meaning: {
    expired: "Hàng vẫn bán được, nhưng không được in dấu sao.",
    revoked: "Hàng không còn được gọi là OCOP và không được in dấu sao.",
    expiring: "Dấu sao còn dùng được đến hết ngày ghi ở trên.",
  },
  product: "Sản phẩm",
  producer: "Người làm",
  decision: "Quyết định",
  signed: "Ngày ký",
  validUntil: "Có giá trị đến",
  issuer: "Nơi cấp",
  points: "Điểm",
  pointsOf: { 3: "Từ 50 đến dưới 70", 4: "Từ 70 đến dưới 90", 5: "Từ 90 trở lên" } as Record<
    number,
    string
  >,
  checkedOn: (date: string) => `Đối chiếu hôm nay, ${date}`,
  checkedAt: (instant: string) =>
    `Đối chiếu lúc ${instant}. Kết quả tính theo ngày, không theo ảnh trên nhãn.`,
  sample: "Chứng nhận mẫu: số có chữ MẪU không do cơ quan nào cấp.",
  publicPage: "Xem trang tra cứu công khai",
  ourMark: "Dấu đỏ là dấu đối chiếu của chợ, không phải nhãn hiệu chứng nhận OCOP Việt Nam.",
};
