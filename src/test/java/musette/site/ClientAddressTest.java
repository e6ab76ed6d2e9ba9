package musette.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
    private static final List<String> PROXIES = List.of("10.0.0.0/8", "2001:db8::/32");

    @ParameterizedTest
    @CsvSource({
        // Nobody forwards: the caller is the client.
        "203.0.113.7, , 203.0.113.7",
        // Not one of our proxies: what it says is nothing.
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        // One proxy, one client.
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        // The client wrote the left end itself.
        "10.1.2.3, '1.2.3.4, 198.51.100.1', 198.51.100.1",
        // Two proxies of ours.
        "10.1.2.3, '1.2.3.4, 198.51.100.1, 10.9.9.9', 198.51.100.1",
        // All of them ours: the first of them is as far as we can see.
        "10.1.2.3, '10.4.4.4, 10.9.9.9', 10.4.4.4",
        // Not an address: nobody of ours wrote it.
        "10.1.2.3, unknown, 10.1.2.3",
        "10.1.2.3, '198.51.100.1, , 10.9.9.9', 10.9.9.9",
        "10.1.2.3, '198.51.100.1:443', 10.1.2.3",
        "2001:db8::9, 2001:470::1, 2001:470:0:0:0:0:0:1"
    })
    void the_list_is_read_from_the_right_as_far_as_our_proxies_reach(
            String caller, String forwarded, String client) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(caller);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        assertThat(new ClientAddress(settings(PROXIES)).of(request)).isEqualTo(client);
    }

    @Test
    void without_a_setting_nobody_is_believed() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        assertThat(new ClientAddress(settings(List.of())).of(request)).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "''"})
    void what_is_no_network_stops_the_start(String proxy) {
        assertThatThrownBy(() -> settings(List.of(proxy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("musette.site.proxies");
    }

    private static SiteSettings settings(List<String> proxies) {
        return new SiteSettings("Musette", "", ZoneId.of("Europe/Madrid"), "GB", "", "", proxies);
    }
}
