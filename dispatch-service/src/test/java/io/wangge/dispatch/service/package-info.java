/** The whole service on real MongoDB and Kafka. */
@NullMarked
package io.wangge.dispatch.service;

import org.jspecify.annotations.NullMarked;
