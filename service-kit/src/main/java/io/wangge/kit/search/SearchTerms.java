package io.wangge.kit.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * What a text is found by: pairs of neighbouring Chinese characters (井盖破损 → 井盖, 盖破, 破损), and whole words of other
 * scripts and numbers, in small letters and usual width. The filters are those of Lucene's CJK analyser without its list
 * of English stop words; they are built for each text, as the analyser's own reuse is bound to threads and ours are many
 * and short.
 */
public final class SearchTerms {
    /** Each stored term is an entry of an index: what stands behind the first hundred is read, not searched. */
    public static final int MOST = 100;

    private SearchTerms() {}

    /**
     * The terms of a text, each once, the first {@link #MOST}. A text with all terms of a question is found by it.
     *
     * <p>A Chinese character without a neighbour is none: it is stored in pairs, and would have to be looked up as the
     * beginning of any of them, in no order that a page could end at. A question that leaves nothing has to say more.
     */
    public static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(text));
        try (TokenStream stream = new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (terms.size() < MOST && stream.incrementToken()) {
                if (!type.type().equals(CJKBigramFilter.SINGLE_TYPE)) {
                    terms.add(term.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        return terms;
    }
}
