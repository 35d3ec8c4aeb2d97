package io.wangge.dispatch.startup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this process is told about cases ({@code grid.cases.*}). What a district sets about them is reference data: {@link
 * io.wangge.dispatch.casefile.CasePolicy}.
 *
 * @param numberLevel code of the level of the ladder whose unit's code a case's number begins with
 */
@ConfigurationProperties("grid.cases")
record CaseSettings(@DefaultValue("STREET") String numberLevel) {}
