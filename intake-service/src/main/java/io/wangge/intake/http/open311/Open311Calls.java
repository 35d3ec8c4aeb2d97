package io.wangge.intake.http.open311;

import io.wangge.contracts.directory.Directory;
import io.wangge.intake.open311.Arguments;
import io.wangge.intake.open311.Fault;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What every call to Open311 has in common. */
@Component
class Open311Calls {
    private final DirectoryCopy directory;
    private final Open311Settings settings;

    Open311Calls(DirectoryCopy directory, Open311Settings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** @throws Open311Errors when another jurisdiction is meant */
    Arguments checked(HttpServletRequest request) {
        Arguments arguments = argumentsOf(request);
        checkJurisdiction(arguments);
        return arguments;
    }

    void checkJurisdiction(Arguments arguments) {
        Directory now = directory.current();
        String ours = Objects.requireNonNullElseGet(
                settings.jurisdictionId(),
                () -> Objects.requireNonNullElse(now.top().code(), now.top().id()));
        arguments.otherJurisdiction(ours).ifPresent(fault -> {
            throw new Open311Errors(fault);
        });
    }

    static Arguments argumentsOf(HttpServletRequest request) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
        return new Arguments(all);
    }

    static boolean isChinese(HttpServletRequest request) {
        return ProblemLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) == ProblemLanguage.ZH_CN;
    }

    static Open311Errors unknownService() {
        return new Open311Errors(Fault.notFound("service_code", "unknown-service"));
    }
}
