package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One file of the organisation, read as far as it goes.
 *
 * @param content empty when anything at all is wrong
 * @param faults every line that cannot be read
 * @param lines where each thing stands, as findings name them: {@code unit 990100} → 2; features of a map are counted
 */
public record OrganisationImport(
        ReferenceKind kind, Optional<Content> content, List<BadFile> faults, Map<String, Integer> lines) {

    /** What spreadsheets in China save by default. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Empty when this kind cannot be read from such a file. */
    public static Optional<OrganisationImport> read(ReferenceKind kind, FileForm form, String name, byte[] bytes) {
        List<BadFile> faults = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        if (form == FileForm.GEOJSON && kind == ReferenceKind.GRID) {
            return Optional.of(of(kind, GridGeoJson.read(name, bytes, faults::add), faults, lines));
        }
        if (form != FileForm.CSV || OrganisationExport.heading(kind).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = decoded(bytes);
        if (text.isEmpty()) {
            faults.add(new BadFile(name, 0, "it is neither UTF-8 nor GB 18030", "文件编码不是 UTF-8 或 GB 18030"));
            return Optional.of(of(kind, List.of(), faults, lines));
        }
        CsvFile file = CsvFile.parse(name, text.get(), faults::add);
        file.rows().forEach(row -> note(kind, row, lines, faults::add));
        return Optional.of(
                kind == ReferenceKind.ASSET
                        ? of(new Content.Table(kind, OrganisationFiles.assets(file, faults::add)), faults, lines)
                        : of(kind, items(kind, file, faults::add), faults, lines));
    }

    private static List<? extends Item> items(ReferenceKind kind, CsvFile file, Consumer<BadFile> faults) {
        return switch (kind) {
            case UNIT -> OrganisationFiles.units(file, faults);
            case GRID -> OrganisationFiles.grids(file, faults);
            case STAFF -> OrganisationFiles.staff(file, faults);
            default -> OrganisationFiles.categories(file, faults);
        };
    }

    /** Where it stands; an id that stands twice is a fault of its second line, but for people, who have a line a role. */
    private static void note(
            ReferenceKind kind, CsvFile.Row row, Map<String, Integer> lines, Consumer<BadFile> faults) {
        boolean byCode = kind == ReferenceKind.GRID || kind == ReferenceKind.CATEGORY;
        String id = row.values().getOrDefault(byCode ? "code" : "id", "");
        Integer before = lines.putIfAbsent(kind.code() + " " + id, row.line());
        if (before != null && kind != ReferenceKind.STAFF && !id.isEmpty()) {
            faults.accept(row.wrong(id + " stands in line " + before + " too", id + " 与第 " + before + " 行重复"));
        }
    }

    private static OrganisationImport of(
            ReferenceKind kind, List<? extends Item> items, List<BadFile> faults, Map<String, Integer> lines) {
        return of(new Content.Items(kind, List.copyOf(items)), faults, lines);
    }

    private static OrganisationImport of(Content content, List<BadFile> faults, Map<String, Integer> lines) {
        return new OrganisationImport(
                content.kind(),
                faults.isEmpty() ? Optional.of(content) : Optional.empty(),
                List.copyOf(faults),
                Map.copyOf(lines));
    }

    private static Optional<String> decoded(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
            try {
                return Optional.of(
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        return Optional.empty();
    }
}
