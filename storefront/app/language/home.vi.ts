const MONTHS = [
  "Một",
  "Hai",
  "Ba",
  "Tư",
  "Năm",
  "Sáu",
  "Bảy",
  "Tám",
  "Chín",
  "Mười",
  "Mười Một",
  "Mười Hai",
];

export const home = {
  title: "Chợ Làng: sản vật OCOP, mua từ tay người làm",
  description:
    "Mua sản vật OCOP có chứng nhận còn hiệu lực, thẳng từ hợp tác xã và hộ làm nghề ở 34 tỉnh, thành.",
  /** 1 to 12. */
  monthMarket: (month: number) => ({
    first: "Phiên chợ",
    second: `tháng ${MONTHS[month - 1] ?? month}`,
  }),
  lead: ({ goods, provinces }: { goods: number; provinces: number }) =>
    `${goods} sản vật của ${provinces} tỉnh, thành. Món nào cũng có tên người làm, tên làng và chứng nhận tra được.`,
  seeGoods: "Xem sản vật",
  planVisit: "Chọn làng để đi",
  panorama: "Tranh khắc gỗ: ruộng bậc thang, núi đá, thuyền hàng và hoa sen trên sông",
  seasons: "Mùa nào thức nấy",
  seasonsNow: (names: string[]) =>
    names.length > 0
      ? `Đang mùa ${listed(names)}. Ba hạt là một tháng; hạt vàng đang có hàng.`
      : "Ba hạt là một tháng; hạt vàng đang có hàng.",
  seasonsCaption: "Mùa của từng món theo tháng",
  good: "Món",
  monthShort: (month: number) => `${month}`,
  monthLong: (month: number) => `Tháng ${month}`,
  inSeason: "đang mùa",
  season: "mùa",
  fresh: "Vừa về chợ",
  allGoods: (count: number) => `Tất cả ${count} sản vật`,
  visits: "Cuối tuần đi làng",
  visitsLead: "Ngồi bàn xoay, hái chè, chèo xuồng. Nhóm nhỏ, người làng dẫn.",
  allVisits: (count: number) => `Tất cả ${count} chuyến`,
  starsMean: "Ngôi sao nói gì",
  stars: [
    {
      stars: 5,
      title: "5 sao: cấp quốc gia",
      text: "90 điểm trở lên, Bộ Nông nghiệp và Môi trường công nhận. Đủ sức xuất khẩu.",
    },
    {
      stars: 4,
      title: "4 sao: cấp tỉnh",
      text: "70 đến dưới 90 điểm, Ủy ban nhân dân tỉnh công nhận.",
    },
    {
      stars: 3,
      title: "3 sao: đạt chuẩn",
      text: "50 đến dưới 70 điểm, còn đường lên 4 sao.",
    },
  ],
  notches:
    "Viền dấu có 36 khía, mỗi khía một tháng hiệu lực. Khía mòn là tháng đã qua; hết khía thì dấu mất màu.",
  verify: "Tra một chứng nhận",
  verifyLabel: "Gõ số quyết định in trên nhãn",
  verifyHint: "Ví dụ MẪU-0412/QĐ-UBND",
  verifyDo: "Tra",
  map: (count: number) => `${count} tỉnh, thành`,
  mapAll: "Chọn theo tỉnh",
  mapAlt: "Bản đồ Việt Nam bằng ô, mỗi ô một tỉnh, thành; có Hoàng Sa và Trường Sa",
  mapText: (most: { name: string; count: number }[]) =>
    `Ô càng sẫm, càng nhiều sản vật. Nhiều nhất: ${most.map(({ name, count }) => `${name} ${count}`).join(", ")}.`,
};

/** Names inside a sentence; a good's name begins with a common noun: "cam Cao Phong". */
function listed(titles: string[]): string {
  const names = titles.map((title) => title.charAt(0).toLowerCase() + title.slice(1));
  const last = names[names.length - 1] ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} và ${last}` : last;
}
