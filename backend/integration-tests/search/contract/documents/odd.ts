/**
 * Visits, and documents that differ by little: titles that are equal but for tones, equal prices on
 * both sides of a range, stars that end today or tomorrow; one per line, as in north.ts.
 */
export const ODD = `
01|community|4|2027-08-01|Bát Tràng|180000|Lớp học làm gốm|Pottery class|Vuốt gốm trên bàn xoay ở Bát Tràng
01|community|3|2027-05-21|Đường Lâm|250000|Một ngày ở Đường Lâm|A day in Duong Lam|Nhà cổ đá ong
01|community|||Chuông|100000|Khâu nón làng Chuông|Conical hat stitching|Chợ nón
08|community|4|2027-09-24|Nặm Đăm|400000|Một đêm ở Nặm Đăm|A night in Nam Dam|Tắm lá thuốc
08|community|3|2027-03-29|Lô Lô Chải|450000|Một đêm ở Lô Lô Chải|A night in Lo Lo Chai|Cột cờ Lũng Cú
12|community|3|2027-10-29|Sin Suối Hồ|300000|Chợ phiên Sin Suối Hồ|Sin Suoi Ho market|Vườn lan
19|community|4|2027-12-08|Thái Hải|350000|Sống cùng người Tày|A day of Tay life|Nhà sàn
20|community|||Quỳnh Sơn|320000|Một đêm ở Quỳnh Sơn|A night in Quynh Son|Thung lũng Bắc Sơn
25|community|4|2027-06-27|Chiềng Châu|330000|Đạp xe Mai Châu|Mai Chau cycling|Bản Lác, dệt thổ cẩm
38|community|||Nga Sơn|150000|Dệt chiếu Nga Sơn|Nga Son mat weaving|Chẻ cói
44|community|3|2027-02-03|Tân Hóa|380000|Làng nổi Tân Hóa|Tan Hoa floating village|Hang Tú Làn
46|community|4|2027-11-17|Phước Tích|220000|Một buổi ở Phước Tích|A visit to Phuoc Tich|Nhà rường, nặn gốm
48|community|5|2028-04-25|Trà Quế|350000|Làm nông dân Trà Quế|Tra Que farm day|Trồng rau, nấu ăn
51|community|3|2027-07-29|Gò Cỏ|280000|Một đêm ở Gò Cỏ|A night in Go Co|Hát bài chòi
52|community|||Bàu Đá|90000|Xem nấu rượu Bàu Đá|Bau Da distilling visit|Thử rượu
56|community|3|2027-01-17|Bàu Trúc|120000|Nặn gốm Bàu Trúc|Bau Truc clay workshop|Không bàn xoay
66|community|4|2027-10-03|Akŏ Dhông|200000|Nhà dài Akŏ Dhông|Ako Dhong longhouse|Người Ê Đê, cà phê
68|community|4|2027-04-02|Cầu Đất|180000|Săn mây Cầu Đất|Cau Dat cloud hunting|Hái chè
75|community|||Tân Triều|160000|Vườn bưởi Tân Triều|Tan Trieu pomelo garden|Cù lao
80|community|3|2027-08-17|Trảng Bàng|110000|Tráng bánh Trảng Bàng|Rice paper making|Phơi sương
91|community|3|2027-12-15|Hàm Ninh|270000|Làng chài Hàm Ninh|Ham Ninh fishing village|Ghẹ
92|community|4|2027-03-07|Cồn Sơn|230000|Cồn Sơn cá lóc bay|Con Son jumping fish|Bánh dân gian
96|community|4|2027-06-11|Đất Mũi|340000|Xuyên rừng Đất Mũi|Dat Mui mangrove boat|Ba khía
79|community|||Sài Gòn|150000|Dạo chợ nổi|Floating market stroll|Sáng sớm
37|processed-meat-seafood|||Bến Sung|66000|Cá muối|Salted fish|Muối biển
37|processed-fruit-veg|||Bến Sung|66000|Cà muối|Pickled aubergine|Cà pháo
33|snack|||Bến Sung|66000|Mơ ngâm|Pickled apricot|Chua
33|processed-other|||Bến Sung|66000|Mỡ ngâm|Cured lard|Béo
31|processed-other|3|2026-11-22|Bến Sung|100000|Ruốc bông Hải Phòng|Pork floss|Hết hạn hôm nay
31|processed-other|4|2026-11-22|Bến Sung|100000|Ruốc tôm Hải Phòng|Shrimp floss|Hết hạn hôm nay
24|processed-other|5|2026-11-23|Bến Sung|200000|Ruốc nấm Bắc Ninh|Mushroom floss|Hết hạn ngày mai
24|processed-other|5|2026-11-21|Bến Sung|200000|Ruốc cá Bắc Ninh|Fish floss|Hết hạn hôm qua
22|snack|||Bến Sung|199999|Hộp quà Tết vàng|Golden gift box|Mứt, trà
22|snack|||Bến Sung|200000|Hộp quà Tết đỏ|Red gift box|Mứt, trà
22|snack|||Bến Sung|200001|Hộp quà Tết xanh|Green gift box|Mứt, trà
42|snack|||Bến Sung|499999|Giỏ quà xuân nhỏ|Small spring hamper|Đặc sản
42|snack|||Bến Sung|500000|Giỏ quà xuân vừa|Medium spring hamper|Đặc sản
42|snack|||Bến Sung|999999|Giỏ quà xuân lớn|Large spring hamper|Đặc sản
42|snack|||Bến Sung|1000000|Giỏ quà xuân đại|Giant spring hamper|Đặc sản
04|processed-other|||Bến Sung|77000|Bánh khảo (hộp 12 cái)|Roasted rice cake, box of 12|100% gạo nếp
04|processed-other|||Bến Sung|77000|Bánh khảo “Cô Tấm”|Co Tam roasted rice cake|Dấu ngoặc cong
15|processed-other|||Bến Sung|77000|Thắng cố – Bắc Hà|Thang co hotpot|Gạch nối dài
15|processed-other|||Bến Sung|77000|Muối C'mon\\Bắc|Backslash salt|Dấu ' và \\ và " trong chữ
`;
