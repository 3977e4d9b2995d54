package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer in a browser: sets up the code app and a passkey, signs in with each, and gives up neither. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoStepsStoryTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @LocalServerPort
    private int port;

    @Autowired
    private MachineTime time;

    private BrowserContext context = Browsers.context(1440);
    private String secret = "";
    private String paper = "";

    @AfterAll
    void closeTheBrowser() {
        context.close();
    }

    @Test
    @Order(1)
    void theAppIsSetUpFromThePictureOrByHand() {
        var page = Browsers.logIn(context, port, "tochuc", PASSWORD);
        go(page, "/account/factors");
        press(page, "Thiết lập ứng dụng");
        assertThat(page.locator("svg.gb-qr")).isVisible();
        secret = page.locator(".gb-secret").innerText().replace(" ", "");

        page.fill("input[name=code]", "000000");
        press(page, "Bật đăng nhập hai bước");
        assertThat(page.locator("main")).containsText("Mã chưa đúng");
        page.fill("input[name=code]", code(0));
        press(page, "Bật đăng nhập hai bước");

        assertThat(page.locator(".gb-papercodes li")).hasCount(10);
        paper = page.locator(".gb-papercodes code").first().innerText();
    }

    @Test
    @Order(2)
    void aCodeOnPaperOpensTheDoorOnceAndThePasswordAloneNever() {
        context.clearCookies();
        var page = Browsers.logIn(context, port, "tochuc", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/login/factor"));
        go(page, "/work");
        assertThat(page).hasURL(Pattern.compile("/login\\?next=%2Fwork"));

        page = Browsers.logIn(context, port, "tochuc", PASSWORD);
        page.fill("input[name=code]", paper);
        press(page, "Đăng nhập");
        assertThat(page.locator("[data-viewer]")).isVisible();
    }

    @Test
    @Order(3)
    void aPasskeyIsMadeAndOpensTheDoorWithoutAPassword() {
        var page = context.pages().getLast();
        authenticator(page);
        go(page, "/account/factors");
        press(page, "Thêm khóa truy cập");
        assertThat(page.locator("main")).containsText("Đã thêm khóa truy cập");

        context.clearCookies();
        go(page, "/login");
        press(page, "Đăng nhập bằng khóa truy cập");
        page.waitForURL(Pattern.compile("/(work|board)"));
        assertThat(page.locator("[data-viewer]")).isVisible();
    }

    @Test
    @Order(4)
    void thePasskeyAlsoAnswersTheSecondStep() {
        var page = context.pages().getLast();
        context.clearCookies();
        go(page, "/login");
        page.fill("input[name=login]", "tochuc");
        page.fill("input[name=password]", PASSWORD);
        page.click("button[type=submit]:visible");
        page.waitForURL(Pattern.compile("/login/factor"));
        press(page, "Dùng khóa truy cập");
        page.waitForURL(Pattern.compile("/(work|board)"));
    }

    private static void authenticator(Page page) {
        var line = page.context().newCDPSession(page);
        line.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        line.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    /** What an app on a telephone shows, worked out apart from the product's own code. */
    private String code(int stepsAhead) {
        var bits = new StringBuilder();
        secret.chars()
                .forEach(letter -> bits.append(String.format("%5s", Integer.toBinaryString(LETTERS.indexOf(letter)))
                        .replace(' ', '0')));
        var key = new byte[bits.length() / 8];
        for (var i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var step = time.instant().getEpochSecond() / 30 + stepsAhead;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            assertThat(key).hasSize(20);
            return String.format("%06d", number % 1_000_000);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
