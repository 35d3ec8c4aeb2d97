package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Level;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.search.SearchTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a list is narrowed to, as it stands in the address. A name that nobody knows or a value that says nothing is
 * refused, all of them at once: a filter that is passed over in silence shows a list of something else.
 */
final class FilterParameters {
    /** Names of the filters, for the refusal of what is none. */
    static final List<String> NAMES = List.of(
            "unitId",
            "level",
            "state",
            "dueBefore",
            "dueAfter",
            "openedAfter",
            "openedBefore",
            "closedAfter",
            "closedBefore",
            "overdue",
            "supervision",
            "category",
            "gridCode",
            "placeId",
            "person",
            "text",
            "caseNumber",
            "trackingNumber");

    private static final int LONGEST = 100;
    /** A class has some ten subclasses: more are looked for faster without. */
    private static final int MOST_CATEGORIES = 100;

    private final MultiValueMap<String, String> given;
    private final Directory directory;
    private final CaseFilter.Builder filter = CaseFilter.builder();
    private final List<FieldFault> faults = new ArrayList<>();

    private FilterParameters(MultiValueMap<String, String> given, Directory directory) {
        this.given = given;
        this.directory = directory;
    }

    /**
     * @param given all parameters of the address
     * @param others names that the caller of this method reads himself
     * @throws ProblemException 400 with every parameter that is unknown or says nothing
     */
    static CaseFilter read(MultiValueMap<String, String> given, Directory directory, Set<String> others) {
        return new FilterParameters(given, directory).read(others);
    }

    private CaseFilter read(Set<String> others) {
        given.keySet().stream()
                .filter(name -> !NAMES.contains(name) && !others.contains(name))
                .forEach(name -> fault(
                        shortened(name),
                        "unknown-parameter",
                        Map.of(
                                "allowed",
                                Stream.concat(NAMES.stream(), others.stream().sorted())
                                        .toList())));
        one("unitId", this::unit);
        one("gridCode", this::grid);
        one("placeId", this::place);
        several("state", this::states);
        several("level", this::levels);
        several("category", this::categories);
        moment("dueBefore", filter::dueBefore);
        moment("dueAfter", filter::dueAfter);
        moment("openedAfter", filter::openedAfter);
        moment("openedBefore", filter::openedBefore);
        moment("closedAfter", filter::closedAfter);
        moment("closedBefore", filter::closedBefore);
        one("overdue", this::overdue);
        several("supervision", this::supervision);
        one("person", filter::person);
        one("text", this::text);
        one("caseNumber", filter::caseNumber);
        one("trackingNumber", filter::trackingNumber);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return filter.build();
    }

    private void unit(String id) {
        directory
                .unit(id)
                .ifPresentOrElse(unit -> filter.unit(unit.path()), () -> fault("unitId", "unknown-unit", Map.of()));
    }

    private void grid(String code) {
        Optional<UnitItem> unit = directory.grid(code).flatMap(grid -> directory.unit(grid.id()));
        unit.ifPresentOrElse(
                found -> filter.grid(code, found.path()), () -> fault("gridCode", "unknown-grid", Map.of()));
    }

    private void place(String id) {
        directory
                .unit(id)
                .ifPresentOrElse(unit -> filter.place(unit.path()), () -> fault("placeId", "unknown-unit", Map.of()));
    }

    private void states(List<String> names) {
        List<String> known = Arrays.stream(CaseState.values()).map(Enum::name).toList();
        if (allKnown("state", names, known)) {
            filter.states(names.stream().map(CaseState::valueOf).toList());
        }
    }

    private void levels(List<String> codes) {
        List<String> known =
                directory.ladder().levels().stream().map(Level::code).toList();
        if (allKnown("level", codes, known)) {
            filter.levels(codes);
        }
    }

    /** Four digits name a subclass, two a class with all of its subclasses, retired ones too. */
    private void categories(List<String> codes) {
        Set<String> subclasses = new TreeSet<>();
        for (String code : codes) {
            List<String> found = directory.categories().stream()
                    .map(CategoryItem::id)
                    .filter(id -> id.equals(code) || (code.length() == 2 && id.startsWith(code)))
                    .toList();
            if (found.isEmpty()) {
                fault("category", "unknown-category", Map.of());
                return;
            }
            subclasses.addAll(found);
        }
        if (subclasses.size() > MOST_CATEGORIES) {
            fault("category", "too-many", Map.of("max", MOST_CATEGORIES));
            return;
        }
        filter.categories(subclasses);
    }

    private void overdue(String value) {
        switch (value) {
            case "true" -> filter.overdue(true);
            case "false" -> filter.overdue(false);
            default -> fault("overdue", "unknown-value", Map.of("allowed", List.of("true", "false")));
        }
    }

    private void supervision(List<String> names) {
        List<String> cards = Arrays.stream(SupervisionLevel.values())
                .filter(card -> card != SupervisionLevel.NONE)
                .map(Enum::name)
                .toList();
        if (allKnown("supervision", names, cards)) {
            filter.supervision(names.stream().map(SupervisionLevel::valueOf).toList());
        }
    }

    private void text(String text) {
        Set<String> terms = SearchTerms.of(text);
        if (terms.isEmpty()) {
            fault("text", "too-little-to-search", Map.of());
        }
        filter.terms(terms);
    }

    private void moment(String name, Consumer<Instant> into) {
        one(name, value -> {
            try {
                // A plus that was not encoded arrives as a space.
                Instant moment = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
                int year = OffsetDateTime.parse(value.replace(' ', '+')).getYear();
                if (year < 1970 || year > 2999) {
                    fault(name, "bad-format", Map.of());
                }
                into.accept(moment);
            } catch (DateTimeException e) {
                fault(name, "bad-format", Map.of());
            }
        });
    }

    private void one(String name, Consumer<String> read) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "too-many", Map.of("max", 1));
        } else if (!values.isEmpty()) {
            String value = values.getFirst().strip();
            if (value.isEmpty()) {
                fault(name, "required", Map.of());
            } else if (value.length() > LONGEST) {
                fault(name, "too-long", Map.of("max", LONGEST));
            } else {
                read.accept(value);
            }
        }
    }

    /** Several values: the name again, or with commas. */
    private void several(String name, Consumer<List<String>> read) {
        List<String> values = given.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        if (values.contains("")) {
            fault(name, "required", Map.of());
        } else if (values.size() > LONGEST) {
            fault(name, "too-many", Map.of("max", LONGEST));
        } else if (!values.isEmpty()) {
            read.accept(values);
        }
    }

    private boolean allKnown(String name, List<String> values, Collection<String> known) {
        if (known.containsAll(values)) {
            return true;
        }
        fault(name, "unknown-value", Map.of("allowed", known));
        return false;
    }

    private void fault(String name, String reason, Map<String, Object> facts) {
        faults.add(new FieldFault(name, reason, facts));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
