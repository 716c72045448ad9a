package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static List<String> keys(Class<?> type) {
    return Vocabulary.keys(type).stream().map(Vocabulary::key).toList();
  }

  @Test
  void the_keys_of_a_group_stand_where_the_group_does() {
    assertThat(keys(Filter.class))
        .containsExactly(
            "from",
            "until",
            "bound",
            "format",
            "zone",
            "window",
            "since",
            "initial",
            "withCursor",
            "youngest",
            "optional");
  }

  @Test
  void each_key_of_a_resource_has_a_place_in_the_order_that_it_names() {
    List<String> order = List.of(Resource.class.getAnnotation(KeyOrder.class).value());
    assertThat(keys(Resource.class)).isEqualTo(order).doesNotHaveDuplicates();
  }

  @Test
  void a_group_has_neither_a_key_nor_a_description_of_its_own() {
    assertThat(Stream.of(Resource.class, Definition.class, Filter.class))
        .flatMap(type -> List.of(type.getRecordComponents()))
        .filteredOn(component -> component.isAnnotationPresent(Flat.class))
        .hasSize(11)
        .noneMatch(component -> component.isAnnotationPresent(Doc.class))
        .extracting(RecordComponent::getName)
        .doesNotContainAnyElementsOf(keys(Resource.class))
        .doesNotContainAnyElementsOf(keys(Definition.class));
  }
}
