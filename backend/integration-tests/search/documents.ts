/**
 * Sixty documents written by hand, one per line:
 * kind | region | province | group | subgroup | stars | until | maker | price | title | English | story
 */
const TABLE = `
product|south-central-coast-highlands|66|food|coffee-cocoa|4|2028-03-01|ea-tu|145000|Cà phê bột Ea Tu|Ea Tu ground coffee|Rang mộc, thơm đậm
product|south-central-coast-highlands|66|food|coffee-cocoa|4|2027-01-01|cu-mgar|160000|Cà phê hạt Cư M'gar|Cu M'gar coffee beans|Hạt robusta chín đỏ
product|south-central-coast-highlands|66|food|coffee-cocoa|3|2027-05-01|ea-tu|90000|Cà phê phin giấy|Drip bag coffee|Tiện lợi
product|south-central-coast-highlands|66|food|coffee-cocoa|5|2026-11-22|ea-tu|320000|Cà phê đặc sản|Specialty coffee|Hết hạn hôm nay
product|south-central-coast-highlands|66|food|coffee-cocoa|4|2026-11-21|cu-mgar|155000|Cà phê mật ong|Honey processed coffee|Hết hạn hôm qua
product|south-central-coast-highlands|66|food|honey|3|2027-02-01|cu-mgar|180000|Mật ong hoa cà phê|Coffee blossom honey|Mật ong rừng
product|south-central-coast-highlands|66|food|processed-other|||ea-tu|60000|Bơ sấy|Dried avocado|Ăn liền
product|south-central-coast-highlands|68|food|coffee-cocoa|4|2027-09-01|cau-dat|210000|Cà phê Arabica Cầu Đất|Cau Dat arabica|Trồng ở độ cao 1500 m
product|south-central-coast-highlands|68|food|tea|3|2028-01-01|cau-dat|120000|Trà Ô long Cầu Đất|Cau Dat oolong tea|Chè xanh lên men
product|south-central-coast-highlands|68|ornamental|flower|3|2027-07-01|da-lat|55000|Hoa đỗ quyên|Azalea|Chậu nhỏ
product|south-central-coast-highlands|52|food|condiment-other|4|2027-03-01|chu-se|85000|Tiêu đen Chư Sê|Chu Se black pepper|Gia vị
product|south-central-coast-highlands|56|food|condiment-liquid|3|2027-11-01|nha-trang|49999|Nước mắm cá cơm|Anchovy fish sauce|Cá cơm than
product|south-central-coast-highlands|48|food|snack|3|2028-05-01|da-nang|50000|Bánh khô mè|Dry sesame cake|Giòn tan
product|northern-midlands-mountains|19|food|tea|5|2028-03-01|tan-cuong|450000|Trà Tân Cương|Tan Cuong green tea|Chè đinh thượng hạng
product|northern-midlands-mountains|19|food|tea|4|2027-04-01|tan-cuong|250000|Trà nõn tôm|Shrimp-shaped tea buds|Chè búp
product|northern-midlands-mountains|19|food|tea|3|2027-04-01|la-bang|99999|Trà móc câu La Bằng|La Bang hook tea|Hương cốm
product|northern-midlands-mountains|24|food|fresh-produce|4|2027-06-01|luc-ngan|100000|Vải thiều Lục Ngạn|Luc Ngan lychee|Quả đỏ, ngọt
product|northern-midlands-mountains|24|food|processed-grain|3|2027-06-01|chu|35000|Mì Chũ|Chu noodles|Sợi dai
product|northern-midlands-mountains|08|food|tea|4|2026-12-31|ta-xua|380000|Trà shan tuyết cổ thụ|Ancient shan tea|Cây chè trăm tuổi
product|northern-midlands-mountains|08|food|honey|5|2028-08-01|meo-vac|220000|Mật ong bạc hà|Mint honey|Cao nguyên đá
product|northern-midlands-mountains|15|beverage|spirit-white|3|2027-01-15|bac-ha|130000|Rượu ngô Bản Phố|Ban Pho corn spirit|Men lá hồng mi
product|northern-midlands-mountains|15|handicraft|textile|4|2027-10-01|ta-phin|550000|Khăn thổ cẩm|Brocade scarf|Dệt lanh, nhuộm chàm
product|northern-midlands-mountains|25|food|condiment-liquid|||phu-tho|42000|Tương làng Bợ|Bo soy paste|Đậu nành
tour|northern-midlands-mountains|15|tourism|community|4|2027-12-01|ta-phin|350000|Một ngày ở bản Tả Phìn|A day in Ta Phin|Tắm lá thuốc
tour|northern-midlands-mountains|19|tourism|community|3|2027-02-01|tan-cuong|200000|Hái chè Tân Cương|Tea picking in Tan Cuong|Ngắm đồi chè
product|red-river-delta|01|handicraft|household-decor|4|2027-08-01|bat-trang|280000|Ấm chén Bát Tràng|Bat Trang tea set|Gốm men rạn
product|red-river-delta|01|handicraft|household-decor|5|2028-10-01|bat-trang|1250000|Lọ lục bình men lam|Blue glazed vase|Vẽ tay
product|red-river-delta|01|handicraft|textile|4|2027-08-01|van-phuc|690000|Lụa tơ tằm Vạn Phúc|Van Phuc silk|Tơ mềm, mát
product|red-river-delta|01|food|snack|3|2027-03-01|me-tri|65000|Cốm làng Vòng|Vong green rice|Lúa nếp non
product|red-river-delta|33|food|honey|4|2027-09-09|pho-hien|199999|Long nhãn Hưng Yên|Dried longan|Nhãn lồng
product|red-river-delta|33|herbal|functional|3|2026-12-01|pho-hien|200000|Tinh bột nghệ|Turmeric starch|Nghệ vàng
product|red-river-delta|37|handicraft|household-decor|3|2027-05-05|kim-son|150000|Giỏ cói Kim Sơn|Kim Son sedge basket|Đan tay
product|red-river-delta|37|food|processed-meat-seafood|4|2027-05-05|ninh-binh|175000|Thịt dê ủ|Cured goat|Đặc sản núi đá
product|red-river-delta|31|food|condiment-liquid|4|2028-02-02|cat-hai|95000|Nước mắm Cát Hải|Cat Hai fish sauce|Ủ chượp ba năm
tour|red-river-delta|01|tourism|community|4|2027-08-01|bat-trang|150000|Một buổi làm gốm|A morning of pottery|Vuốt gốm trên bàn xoay
tour|red-river-delta|01|tourism|community|||van-phuc|120000|Thăm làng lụa|A visit to the silk village|Xem dệt lụa
product|north-central|40|food|condiment-liquid|5|2028-01-01|van-phan|135000|Nước mắm Vạn Phần|Van Phan fish sauce|Cá cơm Diễn Châu
product|north-central|40|food|fresh-produce|3|2027-04-04|vinh|45000|Cam Vinh|Vinh orange|Quả mọng
product|north-central|38|food|processed-meat-seafood|4|2027-07-07|thanh-hoa|80000|Nem chua|Fermented pork|Gói lá chuối
product|north-central|46|food|snack|3|2027-11-11|hue|70000|Mè xửng|Sesame candy|Kẹo dẻo
product|north-central|46|handicraft|household-decor|3|2027-11-11|thanh-tien|40000|Hoa giấy Thanh Tiên|Paper flowers|Sắc màu ngày tết
product|north-central|46|beverage|non-alcoholic|||hue|30000|Trà cung đình|Royal tea|Thảo mộc
product|north-central|42|herbal|essential-oil|4|2028-06-06|huong-son|260000|Tinh dầu trầm|Agarwood oil|Nhung hươu không liên quan
product|southeast|79|food|condiment-other|3|2027-10-10|can-gio|500000|Tổ yến Cần Giờ|Can Gio bird's nest|Yến đảo
product|southeast|79|ornamental|plant|3|2027-12-12|cu-chi|1000000|Mai vàng Bình Lợi|Yellow apricot tree|Cây cảnh ngày tết
product|southeast|75|food|fresh-produce|4|2027-01-20|long-khanh|68000|Chôm chôm nhãn|Longan rambutan|Vỏ vàng
product|southeast|80|food|condiment-other|4|2027-05-15|tay-ninh|38000|Muối tôm Tây Ninh|Tay Ninh shrimp salt|Cay mặn
tour|southeast|79|tourism|community|3|2026-11-30|can-gio|420000|Xuyên rừng đước|Through the mangroves|Chèo xuồng
product|mekong-delta|91|food|grain|5|2028-04-30|hon-dat|200000|Gạo ST25|ST25 rice|Ngon nhất thế giới
product|mekong-delta|91|food|grain|3|2027-04-30|bay-nui|110000|Gạo huyết rồng đỏ|Dragon blood red rice|Hạt đỏ
product|mekong-delta|91|food|condiment-liquid|4|2027-02-28|phu-quoc|165000|Nước mắm Phú Quốc|Phu Quoc fish sauce|Cá cơm Phú Quốc
product|mekong-delta|82|food|processed-fruit-veg|3|2027-08-15|sa-dec|52000|Xoài sấy dẻo|Soft dried mango|Xoài cát
product|mekong-delta|82|ornamental|flower|4|2027-03-15|sa-dec|75000|Hoa hồng Sa Đéc|Sa Dec rose|Làng hoa
product|mekong-delta|86|food|processed-other|5|2028-09-09|tra-vinh|95000|Mật hoa dừa|Coconut nectar|Vị ngọt dịu
product|mekong-delta|86|food|snack|4|2027-09-15|ben-tre|58000|Kẹo dừa|Coconut candy|Dẻo thơm
product|mekong-delta|86|handicraft|household-decor|3|2027-09-15|ben-tre|99000|Giỏ lục bình|Water hyacinth basket|Đan tay
product|mekong-delta|96|food|processed-meat-seafood|4|2026-12-15|nam-can|480000|Tôm khô|Dried shrimp|Rạch Gốc
product|mekong-delta|96|food|processed-meat-seafood|||nam-can|650000|Cua sốt|Crab in sauce|Cua Năm Căn
tour|mekong-delta|82|tourism|community|4|2027-03-15|sa-dec|90000|Một ngày ở làng hoa|A day in the flower village|Trồng hoa, ăn hủ tiếu
tour|mekong-delta|86|tourism|community|3|2027-09-15|ben-tre|250000|Về xứ dừa|To the land of coconuts|Nấu kẹo, chèo xuồng
`;

export type SampleDocument = {
  id: string;
  kind: string;
  region: string;
  province: string;
  group: string;
  subgroup: string;
  stars: number | null;
  stars_until: string | null;
  producer: string;
  price_vnd: number;
  title: string;
  title_en: string;
  story: string;
  quality: number;
  card: string;
};

/** The sixty documents; ids are "d01" to "d60" in the order of the table. */
export function sampleDocuments(): SampleDocument[] {
  return TABLE.trim()
    .split("\n")
    .map((line, index) => {
      const [kind, region, province, group, subgroup, stars, until, producer, price, ...texts] =
        line.split("|") as [string, string, string, string, string, string, string, string, string];
      const [title = "", title_en = "", story = ""] = texts as string[];
      const id = `d${String(index + 1).padStart(2, "0")}`;
      return {
        id,
        kind,
        region,
        province,
        group,
        subgroup,
        stars: stars === "" ? null : Number(stars),
        stars_until: until === "" ? null : until,
        producer,
        price_vnd: Number(price),
        title,
        title_en,
        story,
        quality: (index * 7) % 10,
        card: JSON.stringify({ id, title }),
      };
    });
}
