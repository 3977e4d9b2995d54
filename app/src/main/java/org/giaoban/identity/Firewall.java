package org.giaoban.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no honest request holds is turned away before anybody looks at it: addresses that climb, letters that are none, other hosts' names. */
@Configuration(proxyBeanMethods = false)
class Firewall {

    @Bean
    HttpFirewall httpFirewall(@Value("${giaoban.hosts:}") String hosts) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(Firewall::readable);
        firewall.setAllowedHostnames(allowed(hosts)::permits);
        return firewall;
    }

    private static Hosts allowed(String hosts) {
        return new Hosts(Arrays.stream(hosts.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The names this installation answers to; all of them when none is set. */
    record Hosts(Set<String> names) {

        boolean permits(String host) {
            return names.isEmpty() || names.contains(host.toLowerCase(Locale.ROOT));
        }
    }

    /** No database keeps a letter that is none, and each would refuse it in its own words. */
    static boolean readable(String value) {
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter == 0) {
                return false;
            }
            if (Character.isHighSurrogate(letter)
                    && at + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }
}
