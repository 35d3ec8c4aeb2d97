package io.wangge.dispatch.http;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Controllers alone, without a server. Who signed in stands in the header {@code who}; the token check has its own tests. */
public final class Doorstep {
    private Doorstep() {}

    public static MockMvc of(Supplier<Directory> directory, JsonMapper json, Object... controllers) {
        return MockMvcBuilders.standaloneSetup(controllers)
                .setMessageConverters(
                        new ByteArrayHttpMessageConverter(),
                        new StringHttpMessageConverter(),
                        new JacksonJsonHttpMessageConverter(json))
                .setCustomArgumentResolvers(new WhoInHeader(directory))
                .setHandlerExceptionResolvers((request, response, handler, e) -> show(response, e))
                .build();
    }

    private record WhoInHeader(Supplier<Directory> directory) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return directory.get().caller(request.getHeader("who")).orElseThrow();
        }
    }

    /** Shows the code, and field and reason of each fault. No advice by annotation: a whole service would find it too. */
    private static @Nullable ModelAndView show(HttpServletResponse response, Exception failure) {
        if (!(failure instanceof ProblemException e)) {
            return null;
        }
        List<String> faults = e.faults().stream()
                .map(fault -> fault.field() + " " + fault.reason())
                .toList();
        try {
            response.setStatus(e.status());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(e.refused().code() + faults);
            return new ModelAndView();
        } catch (IOException io) {
            throw new UncheckedIOException(io);
        }
    }
}
