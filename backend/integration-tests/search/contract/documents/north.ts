/**
 * Goods of the north, one per line:
 * province | subgroup | stars | until | maker | price | title | English | story
 */
export const NORTH = `
01|household-decor|4|2027-08-01|Bát Tràng|1250000|Bộ bát đĩa sen đỏ Bát Tràng|Bat Trang red lotus dinner set|Vẽ sen tay
01|household-decor|5|2026-11-22|Bát Tràng|1500000|Bộ ấm chén men ngọc|Jade-glazed tea set|Men ngọc, hết hạn hôm nay
01|household-decor|3|2026-11-21|Bát Tràng|99999|Chén uống trà men rạn|Crackle-glaze teacup|Hết hạn hôm qua
01|household-decor|3|2026-11-23|Phú Vinh|260000|Giỏ mây Phú Vinh|Phu Vinh rattan basket|Mây đan tay, hết hạn ngày mai
01|household-decor|||Phú Vinh|690000|Đèn bàn mây tre|Bamboo table lamp|Ánh sáng ấm
01|household-decor|4|2027-05-05|Hạ Thái|480000|Khay sơn mài Hạ Thái|Ha Thai lacquer tray|Mài bóng nhiều lớp
01|household-decor|3|2027-02-28|Quảng Phú Cầu|50000|Hương Quảng Phú Cầu|Quang Phu Cau incense|Tăm hương nứa chẻ tay
01|textile|5|2028-01-15|Vạn Phúc|380000|Khăn lụa vân|Damask scarf|Hoa văn chìm
01|textile|4|2027-09-30|Mỹ Đức|3200000|Chăn bông tơ tằm|Self-woven silk quilt|Tằm tự nhả tơ
01|herbal-tea|3|2027-07-07|Chương Mỹ|180000|Trà thảo mộc túi lọc|Herbal tea bags|Cúc, táo đỏ
01|tea|4|2027-12-31|Tây Hồ|800000|Trà sen Tây Hồ|West Lake lotus tea|Ướp sen bách diệp
01|processed-meat-seafood|3|2027-03-08|Ước Lễ|180000|Giò lụa Ước Lễ|Uoc Le pork roll|Thịt lợn giã tay
01|snack|||Xuân Đỉnh|49999|Mứt dừa|Candied coconut|Dịp tết
01|snack|||Xuân Đỉnh|50000|Mứt dứa|Candied pineapple|Dịp tết
01|snack|||Xuân Đỉnh|50001|Mứt dưa|Candied melon|Dịp tết
04|processed-meat-seafood|4|2027-06-15|Nguyên Bình|260000|Lạp sườn hun khói|Smoked sausage|Ướp gừng núi
04|processed-grain|3|2027-01-31|Nguyên Bình|55000|Miến dong Phia Đén|Phia Den canna vermicelli|Sợi dai
04|tea|3|2028-02-29|Phia Oắc|280000|Trà Phia Oắc|Phia Oac tea|Núi cao nhiều sương
04|household-decor|||Phja Thắp|45000|Hương Phja Thắp|Phja Thap incense|Se từ lá rừng
04|household-decor|3|2027-04-30|Phúc Sen|150000|Dao rèn Phúc Sen|Phuc Sen forged knife|Thép nhíp xe
04|fresh-produce|||Trùng Khánh|90000|Hạt dẻ Trùng Khánh|Trung Khanh chestnut|Bùi, thơm
08|tea|5|2028-06-01|Hoàng Su Phì|320000|Trà xanh shan tuyết|Shan Tuyet green tea|Cây cổ thụ
08|tea|4|2027-06-01|Hoàng Su Phì|340000|Hồng trà Hoàng Su Phì|Hoang Su Phi black tea|Lên men từ búp shan
08|honey|4|2027-10-20|Mèo Vạc|450000|Mật ong bạc hà Mèo Vạc|Meo Vac mint honey|Cao nguyên đá Đồng Văn
08|textile|4|2027-03-03|Lùng Tám|390000|Khăn lanh Lùng Tám|Lung Tam hemp scarf|Vẽ sáp ong
08|fresh-produce|3|2027-01-01|Hàm Yên|30000|Cam sành Hàm Yên|Ham Yen king mandarin|Vỏ sần, mọng nước
08|spirit-white|||Thanh Vân|80000|Rượu ngô Thanh Vân|Thanh Van maize spirit|Men lá
08|fresh-produce|3|2026-11-30|Soi Hà|42000|Bưởi Soi Hà|Soi Ha pomelo|Ngọt, ráo tép
08|processed-meat-seafood|||Đồng Văn|350000|Thịt bò gác bếp|Smoked beef|Khói bếp
11|grain|4|2027-11-15|Mường Thanh|160000|Gạo tám Điện Biên|Dien Bien Tam rice|Cánh đồng Mường Thanh
11|grain|3|2027-02-14|Mường Thanh|110000|Gạo nếp nương|Upland sticky rice|Dẻo thơm
11|tea|3|2027-08-08|Tủa Chùa|350000|Chè shan Tủa Chùa|Tua Chua Shan tea|Cổ thụ trên núi
11|coffee-cocoa|4|2027-04-10|Mường Ảng|150000|Cà phê Mường Ảng|Muong Ang coffee|Arabica
11|textile|||Na Sang|300000|Thổ cẩm Na Sang|Na Sang brocade shawl|Người Lào dệt
12|processed-grain|3|2027-05-20|Bình Lư|50000|Miến dong Bình Lư|Binh Lu canna vermicelli|Phơi sương núi
12|tea|4|2027-07-19|Tân Uyên|99999|Chè xanh Tân Uyên|Tan Uyen green tea|Đồi chè
12|grain|3|2027-09-09|Than Uyên|100000|Gạo séng cù|Seng Cu rice|Hạt trong
12|flower|3|2027-12-01|Sin Suối Hồ|500000|Địa lan Sin Suối Hồ|Sin Suoi Ho orchid|Nở dịp tết
12|textile|||Mường So|280000|Khăn piêu|Pieu scarf|Thêu tay người Thái
14|coffee-cocoa|5|2028-03-10|Chiềng Ban|140000|Cà phê bột Sơn La|Son La ground coffee|Arabica rang xay
14|processed-fruit-veg|4|2027-06-06|Sông Mã|180000|Long nhãn Sông Mã|Song Ma dried longan|Nguyên cùi
14|tea|3|2027-03-21|Vân Hồ|150000|Trà xanh hữu cơ Vân Hồ|Van Ho organic green tea|Mộc Châu
14|fresh-produce|4|2027-05-31|Mộc Châu|60000|Mận hậu Mộc Châu|Moc Chau plum|Giòn, chua ngọt
14|fresh-animal|3|2027-10-10|Mộc Châu|35000|Sữa chua Mộc Châu|Moc Chau yoghurt|Sữa bò tươi
14|fresh-produce|||Yên Châu|55000|Xoài Yên Châu|Yen Chau mango|Xoài tròn
15|herbal-tea|4|2027-02-02|Sa Pa|85000|Trà atisô Sa Pa|Sa Pa artichoke tea|Hòa tan
15|functional|3|2027-08-18|Sa Pa|130000|Cao atisô Sa Pa|Sa Pa artichoke extract|Cao mềm
15|tea|5|2028-11-11|Bản Liền|700000|Trà shan tuyết Bản Liền|Ban Lien Shan Tuyet tea|Hữu cơ
15|condiment-liquid|4|2027-01-10|Mường Khương|35000|Tương ớt Mường Khương|Muong Khuong chilli sauce|Cay đậm
15|tea|4|2027-06-30|Suối Giàng|420000|Trà shan Suối Giàng|Suoi Giang Shan tea|Người Mông
15|essential-oil|4|2027-12-12|Văn Yên|120000|Tinh dầu quế Văn Yên|Van Yen cinnamon oil|Chưng cất
15|cosmetic|||Tả Phìn|150000|Thuốc tắm Dao đỏ|Red Dao herbal bath|Lá rừng
15|grain|3|2027-11-30|Mường Lò|95000|Gạo nếp Tú Lệ|Tu Le sticky rice|Nếp tan
19|tea|5|2028-05-05|Tân Cương|900000|Chè đinh Tân Cương|Tan Cuong needle-bud tea|Búp đinh non
19|tea|3|2027-10-01|Phú Lương|260000|Trà tôm nõn Phú Lương|Phu Luong young-bud tea|Sao tay
19|processed-grain|4|2027-04-04|Na Rì|55000|Miến dong Na Rì|Na Ri canna vermicelli|Củ dong riềng
19|functional|5|2028-01-01|Bắc Kạn|420000|Viên nghệ Bắc Kạn|Bac Kan turmeric capsules|Curcumin
19|fresh-produce|||Bắc Kạn|38000|Bí thơm Ba Bể|Ba Be fragrant squash|Thơm dứa
19|snack|||Định Hóa|40000|Bánh chưng Bờ Đậu|Bo Dau rice cake|Lá dong rừng
20|condiment-other|4|2027-03-30|Văn Quan|70000|Hoa hồi Lạng Sơn|Lang Son star anise|Khô nguyên cánh
20|essential-oil|3|2027-09-19|Văn Quan|110000|Tinh dầu hồi|Star-anise oil|Thơm nồng
20|fresh-produce|4|2027-08-15|Chi Lăng|70000|Na Chi Lăng|Chi Lang custard apple|Na dai
20|spirit-white|||Mẫu Sơn|100000|Rượu Mẫu Sơn|Mau Son rice spirit|Men lá người Dao
20|tea|3|2027-07-27|Đình Lập|130000|Chè Đình Lập|Dinh Lap tea|Đồi chè
22|herbal-tea|5|2028-04-14|Ba Chẽ|650000|Trà hoa vàng Ba Chẽ|Ba Che golden camellia tea|Sấy lạnh
22|processed-meat-seafood|5|2028-04-14|Hạ Long|450000|Chả mực Hạ Long|Ha Long squid patties|Giã tay
22|processed-meat-seafood|||Hạ Long|300000|Chà bông mực|Squid floss|Xé sợi
22|condiment-liquid|3|2027-02-22|Cái Rồng|85000|Nước mắm Cái Rồng|Cai Rong fish sauce|Vân Đồn
22|processed-grain|4|2027-11-01|Bình Liêu|60000|Miến dong Bình Liêu|Binh Lieu canna vermicelli|Sợi trong
22|fresh-animal|||Tiên Yên|199999|Gà đồi Tiên Yên|Tien Yen hill chicken|Thịt chắc
24|fresh-produce|5|2028-06-30|Lục Ngạn|55000|Vải thiều sớm|Early lychee|Chín đỏ đầu hè
24|spirit-white|4|2027-05-15|Làng Vân|120000|Rượu làng Vân|Van village rice spirit|Nếp cái hoa vàng
24|household-decor|4|2027-06-16|Phù Lãng|350000|Bình gốm Phù Lãng|Phu Lang stoneware vase|Men da lươn
24|household-decor|||Đông Hồ|200000|Tranh Đông Hồ|Dong Ho woodblock print|Giấy điệp
24|snack|3|2027-10-31|Đình Bảng|60000|Bánh phu thê|Husband-and-wife cake|Nhân đậu xanh
24|processed-meat-seafood|||Yên Thế|195000|Gà ủ muối Yên Thế|Yen The salted chicken|Gà đồi
25|tea|4|2027-01-25|Thanh Ba|380000|Chè búp tím|Purple-bud tea|Thanh Ba
25|processed-grain|3|2027-08-28|Hùng Lô|35000|Mỳ gạo Hùng Lô|Hung Lo rice noodles|Phơi nắng
25|processed-fruit-veg|3|2027-03-17|Kim Bôi|32000|Măng chua Kim Bôi|Kim Boi sour bamboo shoots|Lên men
25|textile|4|2027-07-31|Chiềng Châu|280000|Khăn thổ cẩm Mai Châu|Mai Chau brocade scarf|Hoa văn Thái
25|fresh-produce|4|2027-12-25|Cao Phong|45000|Cam Cao Phong|Cao Phong orange|Chỉ dẫn địa lý
25|fresh-produce|||Đoan Hùng|48000|Bưởi Đoan Hùng|Doan Hung pomelo|Tiến vua
25|animal|||Tam Đảo|500000|Cá cảnh ba đuôi|Fantail goldfish|Bể kính
25|water|3|2027-09-01|Kim Bôi|12000|Nước khoáng Kim Bôi|Kim Boi mineral water|Suối nóng
31|condiment-liquid|5|2028-08-08|Cát Hải|160000|Nước mắm cốt Cát Hải|Cat Hai first-press fish sauce|Ủ chượp
31|snack|4|2027-04-24|Hải Dương|55000|Bánh đậu xanh|Mung bean cake|Ăn kèm trà
31|grain|3|2027-06-21|Tứ Kỳ|175000|Gạo bãi rươi|Ragworm-field rice|Tự nhiên
31|fresh-produce|4|2027-05-25|Thanh Hà|65000|Vải thiều Thanh Hà|Thanh Ha lychee|Ngọt
31|household-decor|4|2027-10-15|Chu Đậu|520000|Ấm chén Chu Đậu|Chu Dau tea set|Hoa lam
31|processed-grain|||Kiến Thụy|30000|Bánh đa cua|Crab noodle sheets|Sợi nâu
31|household-decor|||Kính Chủ|1000000|Bánh đá mài|Grindstone|Đá xanh
33|fresh-produce|5|2028-07-07|Phố Hiến|60000|Nhãn lồng Hưng Yên|Hung Yen longan|Cùi dày
33|condiment-liquid|4|2027-03-13|Bần|35000|Tương Bần|Ban soybean paste|Ủ chum
33|snack|3|2027-01-21|Nguyên Xá|45000|Bánh cáy làng Nguyễn|Nguyen village sticky cake|Gấc, gừng
33|household-decor|3|2027-11-21|Hới|280000|Chiếu Hới|Hoi sedge mat|Sợi đay
33|textile|4|2027-08-21|Nam Cao|360000|Đũi Nam Cao|Nam Cao raw silk|Kéo sợi tay
33|functional|||Chí Tân|170000|Tinh bột nghệ Chí Tân|Chi Tan turmeric starch|Bãi sông Hồng
37|processed-meat-seafood|4|2027-12-20|Vũ Đại|600000|Cá kho Vũ Đại|Vu Dai braised carp|Niêu đất
37|textile|3|2027-02-10|Nha Xá|420000|Lụa Nha Xá|Nha Xa silk|Tơ tằm
37|snack|3|2027-05-12|Ninh Bình|40000|Cơm cháy Ninh Bình|Ninh Binh crispy rice|Chà bông
37|household-decor|4|2027-09-22|Bồ Bát|520000|Ấm chén gốm Bồ Bát|Bo Bat tea set|Đất trắng
37|grain|3|2027-06-09|Nam Định|130000|Gạo tám Nam Định|Nam Dinh Tam rice|Đồng bằng
37|condiment-liquid|||Sa Châu|70000|Mắm tôm Sa Châu|Sa Chau shrimp paste|Lên men
37|spirit-white|3|2026-12-31|Kim Sơn|100000|Rượu nếp Kim Sơn|Kim Son sticky-rice spirit|Men thuốc bắc
`;
