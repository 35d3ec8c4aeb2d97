/** What somebody is to be told. Said by any service; intake knows how to reach people, and tells them. */
@NullMarked
package io.wangge.contracts.notice;

import org.jspecify.annotations.NullMarked;
