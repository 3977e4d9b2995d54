package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes from a word processor keeps its meaning and loses its bookkeeping. */
class RichTextTest {

    private static final String WORD = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style>
            <xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head><body lang=VI><!--StartFragment-->
            <h1 style='text-align:center'><span style='mso-bookmark:_Toc1'>Kết quả th&aacute;ng 11<o:p></o:p></span></h1>
            <p class=MsoNormal style='margin-bottom:6.0pt'><b style='mso-bidi-font-weight:normal'><span lang=VI
            style='font-size:14.0pt;font-family:"Times New Roman"'>To&agrave;n huyện&nbsp;&nbsp;c&oacute; </span></b><b><span>43 </span></b><span
            style='color:#333;mso-no-proof:yes'>tổ chức,<span style='mso-spacerun:yes'>  </span><i>trong đ&oacute;</i>:</span><o:p></o:p></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='font-family:Symbol'><span style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
            </span></span></span><![endif]>X&atilde; thứ nhất<o:p></o:p></p>
            <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o<span>&nbsp;
            </span></span><!--[endif]-->th&ocirc;n <span style='font-weight:bold'>Đ&ocirc;ng</span></p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>&middot;<span>&nbsp; </span></span>X&atilde; thứ hai</p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Việc thứ ba</p>
            <table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=200
            valign=top style='width:150pt'><p class=MsoNormal><span>Đơn vị</span></p></td><td colspan=2><p class=MsoNormal>Đảng vi&ecirc;n</p></td></tr></table>
            <p class=MsoNormal><a name="_Toc1"></a><st1:place w:st="on">Bến Lam</st1:place> <a href="file:///C:/a.doc">tệp</a>
            <v:shape id="x"><v:imagedata src="file:///C:/a.png"/></v:shape><img src="file:///C:/a.png"></p>
            <!--EndFragment--></body></html>""";

    @Test
    void whatWordMeantStaysAndItsBookkeepingGoes() {
        assertThat(RichText.clean(WORD).replaceAll(">\\s+<", "><").strip())
                .isEqualTo("<h2>Kết quả tháng 11</h2>"
                        + "<p><strong>Toàn huyện có 43 </strong>tổ chức, <em>trong đó</em>:</p>"
                        + "<ul><li>Xã thứ nhất<ul><li>thôn <strong>Đông</strong></li></ul></li><li>Xã thứ hai</li></ul>"
                        + "<ol start=\"3\"><li>Việc thứ ba</li></ol>"
                        + "<table><tbody><tr><td>Đơn vị</td><td colspan=\"2\">Đảng viên</td></tr></tbody></table>"
                        + "<p>Bến Lam tệp </p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Đậm</span></p></b> | <p><strong>Đậm</strong></p>
            <p><span style="font-style:italic;vertical-align:super">2</span></p>        | <p><sup><em>2</em></sup></p>
            <div>Một</div><div><div>Hai</div></div>                                    | <p>Một</p><p>Hai</p>
            <p>Hô&#x323;i nghi&#x323;&#8203; <font color=red>lớn</font></p>           | <p>Hội nghị lớn</p>
            <p>a</p><p>&nbsp;</p><p><br></p><p>b</p>                                   | <p>a</p><p>b</p>
            <ol><li><p>Một</p></li><li><p>Hai</p></li></ol>                           | <ol><li>Một</li><li>Hai</li></ol>
            <p><b>a</b><b>b</b> <strong> </strong>c</p>                                | <p><strong>ab</strong> c</p>
            <p style="mso-list:l0 level1">không dấu đầu dòng</p>                       | <ul><li>không dấu đầu dòng</li></ul>
            """)
    void pastesOfOtherEditorsAreUnderstood(String pasted, String kept) {
        assertThat(RichText.pasted(pasted).replaceAll(">\\s+<", "><").replace("  ", " "))
                .isEqualTo(kept);
    }

    @Test
    void aBoundFigureSurvivesAPaste() {
        var figure = "<span data-figure=\"01924f6e-0000-7000-8000-000000000001\">16</span>";

        assertThat(RichText.pasted("<p class=MsoNormal>Kết nạp " + figure + "&nbsp;người<o:p></o:p></p>"))
                .isEqualTo("<p>Kết nạp " + figure + " người</p>");
    }

    @Test
    void whatIsCleanStaysAsItIs() {
        var clean = RichText.clean(WORD);

        assertThat(RichText.clean(clean)).isEqualTo(clean);
        assertThat(RichText.pasted(clean).replaceAll("\\s+", " ")).isEqualTo(clean.replaceAll("\\s+", " "));
    }

    @Test
    void deepNestsAndBigPastesEnd() {
        assertThat(RichText.pasted("<div>".repeat(20_000) + "chữ")).contains("chữ");
        assertThat(RichText.pasted("<p class=MsoNormal>chữ<o:p></o:p></p>".repeat(20_000)))
                .hasSizeGreaterThanOrEqualTo(200_000);
    }
}
