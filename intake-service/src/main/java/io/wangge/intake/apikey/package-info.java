/** 接口密钥: what another system writes with. */
@NullMarked
package io.wangge.intake.apikey;

import org.jspecify.annotations.NullMarked;
