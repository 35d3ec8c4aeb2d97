package io.wangge.kit.settings;

import java.io.IOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** What is the same for every service, weaker than anything a service or its surroundings say. */
class GridDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "grid-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "grid-defaults", new EncodedResource(new ClassPathResource(FILE), "UTF-8")));
        } catch (IOException e) {
            throw new StartRefused(FILE + " is missing in the service-kit jar.", "Build the service again.");
        }
    }
}
