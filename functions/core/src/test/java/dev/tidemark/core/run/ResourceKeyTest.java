package dev.tidemark.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"deals", "deals#reconcile", "custom_object_records.Apartment-1#range-2"})
  void its_sort_key_reads_as_it_was(String sortKey) {
    ResourceKey key = ResourceKey.parse("acme", sortKey);
    assertThat(key.sortKey()).isEqualTo(sortKey);
    assertThat(key).hasToString("acme/" + sortKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Deals", "a/b", "../a", ".a", "a.", "a.b/c", "a b", "a#b#c", "a#B"})
  void what_could_leave_its_place_in_a_key_is_refused(String sortKey) {
    assertThatThrownBy(() -> ResourceKey.parse("acme", sortKey))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deals", "deals#range-00112233445566778899aabbccddeeff"})
  void a_slice_is_named_after_its_run_and_leads_back_to_it(String sortKey) {
    ResourceKey whole = ResourceKey.parse("acme", sortKey);
    RunId run = new RunId("20260203T040506Z-0123456789");
    ResourceKey slice = whole.slice(run, 400);
    assertThat(slice.sortKey()).endsWith("slice-0123456789-400");
    assertThat(ResourceKey.parse("acme", slice.sortKey())).isEqualTo(slice);
    assertThat(slice.isSlice()).isTrue();
    assertThat(slice.whole()).isEqualTo(whole);
    assertThat(slice.publishesDifferences()).isEqualTo(whole.publishesDifferences());
    assertThat(whole.isSlice()).isFalse();
    assertThat(whole.whole()).isEqualTo(whole);
  }

  @Test
  void a_variant_is_another_key_of_the_same_resource() {
    ResourceKey deals = ResourceKey.of("acme", "deals");
    assertThat(deals.beside("reconcile")).isNotEqualTo(deals);
    assertThat(deals.beside("reconcile").resource()).isEqualTo("deals");
  }
}
