package musette.site;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Wires the manners: guard, sessions, form tokens, static files.
@EnableConfigurationProperties(SiteSettings.class)
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private final AccessGuard guard;
    private final SessionRenewal renewal;

    SiteConfiguration(AccessGuard guard, SessionRenewal renewal) {
        this.guard = guard;
        this.renewal = renewal;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
        registry.addInterceptor(renewal);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.modulesPattern())
                .addResourceLocations(Assets.modules())
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new CompressedFiles());
        registry.addResourceHandler(Assets.pattern())
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new CompressedFiles());
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .resourceChain(true)
                .addResolver(new CompressedFiles())
                .addResolver(new EarlierBuilds());
    }

    /// Spring Security keeps the firewall and hands out the form tokens; whether a route wants one,
    /// and who may call it, is the guard's.
    @Bean
    SecurityFilterChain manners(HttpSecurity http, CsrfTokenRepository tokens) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens)
                                .requireCsrfProtectionMatcher(request -> false))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .build();
    }

    /// In a cookie, so that looking at a form makes no session.
    @Bean
    static CsrfTokenRepository formTokens(SiteSettings settings) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("musette-form");
        tokens.setCookieCustomizer(cookie ->
                cookie.path("/").httpOnly(true).secure(settings.secure()).sameSite("Lax"));
        return tokens;
    }

    /// Strange spellings, methods and characters are refused here, once for every input.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(PlainInput::isPlain);
        firewall.setAllowedParameterValues(PlainInput::isPlain);
        return firewall;
    }

    /// Two requests of one session may write at once; the later word counts.
    @Bean
    static PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsMayMeet() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    static CookieSerializer sessionCookie(SiteSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(SESSION_COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.secure());
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setCookieMaxAge(Math.toIntExact(SESSION_LASTS.toSeconds()));
        // As it stands: what a stranger writes there is looked for and not found.
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    static final String SESSION_COOKIE = "musette-session";

    /// As long as the server keeps it (`spring.session.timeout`).
    private static final Duration SESSION_LASTS = Duration.ofDays(30);

    /// Answers for addresses of another build with the files of this one.
    private static final class EarlierBuilds extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            return super.getResource(Assets.withoutBuild(path), location);
        }
    }
}
