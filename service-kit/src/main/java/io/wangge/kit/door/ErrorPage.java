package io.wangge.kit.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails outside of the controllers is a problem too, and no page of the server's. */
@RestController
class ErrorPage implements ErrorController {
    private final ProblemResponses problems;

    ErrorPage(ProblemResponses problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return problems.entity(ProblemAdvice.ofStatus(status instanceof Integer code ? code : 404), request);
    }
}
