package org.giaoban.pageimport;

import java.util.HashMap;
import java.util.Map;

/** The letters of the two encodings Vietnamese offices wrote in before Unicode, as a Western reader sees their bytes. */
final class LegacyLetters {

    private static final char ASCII = 0x7f;

    private static final Map<String, String> TCVN3 = pairs(
            "µ à ¸ á ¶ ả · ã ¹ ạ ¨ ă » ằ ¾ ắ ¼ ẳ ½ ẵ Æ ặ © â Ç ầ Ê ấ È ẩ É ẫ Ë ậ ® đ Ì è Ð é Î ẻ Ï ẽ Ñ ẹ ª ê Ò ề Õ ế Ó ể Ô ễ Ö ệ"
                    + " × ì Ý í Ø ỉ Ü ĩ Þ ị ß ò ã ó á ỏ â õ ä ọ « ô å ồ è ố æ ổ ç ỗ é ộ ¬ ơ ê ờ í ớ ë ở ì ỡ î ợ"
                    + " ï ù ó ú ñ ủ ò ũ ô ụ \u00AD ư õ ừ ø ứ ö ử ÷ ữ ù ự ú ỳ ý ý û ỷ ü ỹ þ ỵ ¡ Ă ¢ Â £ Ê ¤ Ô ¥ Ơ ¦ Ư § Đ");

    private static final Map<String, String> VNI = vni();

    private LegacyLetters() {}

    /** Text that was written as TCVN3 (ABC). */
    static String fromTcvn3(String seen) {
        var text = new StringBuilder(seen.length());
        for (var i = 0; i < seen.length(); i++) {
            append(text, seen, i, TCVN3);
        }
        return text.toString();
    }

    /** Text that was written as VNI: a letter and its mark are two signs. */
    static String fromVni(String seen) {
        var text = new StringBuilder(seen.length());
        for (var i = 0; i < seen.length(); i++) {
            var marked = i + 1 < seen.length() && seen.charAt(i + 1) > ASCII;
            var two = marked ? VNI.get(seen.substring(i, i + 2)) : null;
            if (two == null) {
                append(text, seen, i, VNI);
            } else {
                text.append(two);
                i++;
            }
        }
        return text.toString();
    }

    /** Most letters of a page are those of its tags, which every encoding writes alike: nothing is looked up for them. */
    private static void append(StringBuilder text, String seen, int at, Map<String, String> letters) {
        if (seen.charAt(at) <= ASCII) {
            text.append(seen.charAt(at));
        } else {
            var letter = seen.substring(at, at + 1);
            text.append(letters.getOrDefault(letter, letter));
        }
    }

    private static Map<String, String> pairs(String words) {
        var pairs = new HashMap<String, String>();
        var each = words.split(" ");
        for (var i = 0; i + 1 < each.length; i += 2) {
            pairs.put(each[i], each[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    private static Map<String, String> vni() {
        var pairs = new HashMap<String, String>();
        marks(pairs, "a", "ù á ø à û ả õ ã ï ạ ê ă é ắ è ằ ú ẳ ü ẵ ë ặ â â á ấ à ầ å ẩ ã ẫ ä ậ");
        marks(pairs, "e", "ù é ø è û ẻ õ ẽ ï ẹ â ê á ế à ề å ể ã ễ ä ệ");
        marks(pairs, "o", "ù ó ø ò û ỏ õ õ ï ọ â ô á ố à ồ å ổ ã ỗ ä ộ");
        marks(pairs, "ô", "ù ớ ø ờ û ở õ ỡ ï ợ");
        marks(pairs, "u", "ù ú ø ù û ủ õ ũ ï ụ");
        marks(pairs, "ö", "ù ứ ø ừ û ử õ ữ ï ự");
        marks(pairs, "y", "ù ý ø ỳ û ỷ õ ỹ");
        pairs(" í í ì ì æ ỉ ó ĩ ò ị ô ơ ö ư î ỵ ñ đ".strip()).forEach((seen, meant) -> {
            pairs.put(seen, meant);
            pairs.put(seen.toUpperCase(java.util.Locale.ROOT), meant.toUpperCase(java.util.Locale.ROOT));
        });
        return Map.copyOf(pairs);
    }

    private static void marks(Map<String, String> pairs, String letter, String marks) {
        var root = java.util.Locale.ROOT;
        pairs(marks).forEach((mark, meant) -> {
            pairs.put(letter + mark, meant);
            pairs.put(letter.toUpperCase(root) + mark.toUpperCase(root), meant.toUpperCase(root));
            pairs.put(letter.toUpperCase(root) + mark, meant.toUpperCase(root));
        });
    }
}
