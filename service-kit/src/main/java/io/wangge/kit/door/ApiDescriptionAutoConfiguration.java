package io.wangge.kit.door;

import io.wangge.contracts.directory.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/** Who calls is read from the token: nobody sends it as a parameter, though it stands among those of a method. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
class ApiDescriptionAutoConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }
}
