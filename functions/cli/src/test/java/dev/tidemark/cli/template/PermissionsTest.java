package dev.tidemark.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.lev.LevQuirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A role may do what its functions call, and nothing else. */
class PermissionsTest {
  /** What the SDK's methods need, by the service authorization reference. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "getItem", "dynamodb:GetItem",
          "putItem", "dynamodb:PutItem",
          "queryPaginator", "dynamodb:Query",
          "getObjectAsBytes", "s3:GetObject",
          "headObject", "s3:GetObject",
          "putObject", "s3:PutObject",
          "listObjectsV2Paginator", "s3:ListBucket",
          "invoke", "lambda:InvokeFunction",
          "getSecretValue", "secretsmanager:GetSecretValue");

  /** What AWS does in a function's name, which no adapter calls. */
  private static final Map<String, Set<String>> IN_ITS_NAME =
      Map.of(
          "KeepEventsThatFailedForGood", Set.of("sqs:SendMessage"),
          "WriteLogs", Set.of("logs:CreateLogStream", "logs:PutLogEvents"),
          "UseTheKeyOfTableBucketAndSecret", Set.of("kms:Decrypt", "kms:GenerateDataKey"),
          "RunInsideTheVpc",
              Set.of(
                  "ec2:CreateNetworkInterface",
                  "ec2:DeleteNetworkInterface",
                  "ec2:DescribeNetworkInterfaces",
                  "ec2:DescribeSubnets",
                  "ec2:AssignPrivateIpAddresses",
                  "ec2:UnassignPrivateIpAddresses"));

  private final Template template = Template.read();

  /** The statements of a role, those that a condition leaves out included. */
  private List<JsonNode> statements(String role) {
    List<JsonNode> statements = new ArrayList<>();
    for (JsonNode policy : template.properties(role).path("Policies")) {
      for (JsonNode one : policy.at("/PolicyDocument/Statement")) {
        statements.add(one.has("Fn::If") ? one.path("Fn::If").path(1) : one);
      }
    }
    return statements;
  }

  private static Set<String> texts(JsonNode oneOrMany) {
    Set<String> texts = new TreeSet<>();
    (oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany))
        .forEach(one -> texts.add(one.isTextual() ? one.textValue() : one.toString()));
    return texts;
  }

  @Test
  void the_functions_call_what_they_may_and_may_what_they_call() throws Exception {
    Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "calls");
    try (Traversal traversal = new Traversal(home.toAbsolutePath())) {
      walkEverything(traversal);
      Set<String> called = new TreeSet<>();
      for (String method : traversal.calls.names()) {
        called.add(Objects.requireNonNull(ACTIONS.get(method), "which action is " + method + "?"));
      }
      Set<String> allowed = new TreeSet<>();
      for (JsonNode statement : statements("Role")) {
        Set<String> inItsName = IN_ITS_NAME.get(statement.path("Sid").asText());
        if (inItsName == null) {
          allowed.addAll(texts(statement.path("Action")));
        } else {
          assertThat(texts(statement.path("Action"))).isEqualTo(inItsName);
        }
      }
      assertThat(called).isEqualTo(allowed);
      keysLieWhereTheRoleReaches(traversal.calls.keys());
    }
  }

  private static void walkEverything(Traversal traversal) throws Exception {
    assertThat(traversal.sweep("{\"action\":\"sync\",\"resource\":\"*\"}")).isEqualTo("sent");
    String sync = "{\"action\":\"sync\",\"resource\":\"contacts\"}";
    assertThat(traversal.sync(sync)).isEqualTo("completed");
    String gone = traversal.lev.collection("contacts").ids().getFirst();
    traversal.lev.collection("contacts").delete(gone);
    assertThat(traversal.sync(sync.replace("}", ",\"mode\":\"reconcile\"}")))
        .isEqualTo("completed");
    traversal.lev.quirks().add("deals", new LevQuirk.Forbidden("deals:read"));
    assertThat(traversal.sync(sync.replace("contacts", "deals"))).isEqualTo("failed");
    traversal.sweep("{}");
  }

  private void keysLieWhereTheRoleReaches(Set<String> keys) {
    List<String> prefixes =
        texts(statement("LandRecordsAndReadThemBack").path("Resource")).stream()
            .map(text -> text.replaceAll(".*\\$\\{Bucket.Arn}/|\\*\"}$", ""))
            .map(text -> text.replace("${Connection}", "lev"))
            .toList();
    assertThat(prefixes).contains("raw/lev/", "manifests/lev/").hasSize(5);
    assertThat(keys)
        .hasSizeGreaterThan(6)
        .allMatch(key -> prefixes.stream().anyMatch(key::startsWith));
    assertThat(prefixes)
        .filteredOn(prefix -> keys.stream().noneMatch(key -> key.startsWith(prefix)))
        .as("reached, and used only for what cannot be a record")
        .containsExactly("rejected/lev/");
  }

  private JsonNode statement(String sid) {
    return statements("Role").stream()
        .filter(one -> one.path("Sid").asText().equals(sid))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_statement_says_what_it_is_for_and_names_whole_actions_on_named_resources() {
    Set<String> sids = new TreeSet<>();
    List<JsonNode> shared = new ArrayList<>(statements("Role"));
    for (String role : template.ofType("AWS::IAM::Role").keySet()) {
      for (JsonNode statement : statements(role)) {
        String sid = statement.path("Sid").asText();
        assertThat(sids.add(sid) || shared.contains(statement))
            .as("a name of its own: \"%s\"", sid)
            .isTrue();
        assertThat(sid).hasSizeGreaterThan(7);
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        assertThat(texts(statement.path("Action"))).allMatch(one -> one.matches("[a-z0-9]+:\\w+"));
        assertThat(texts(statement.path("Resource")).contains("*"))
            .as(sid + ", and EC2 knows no narrower resource")
            .isEqualTo(sid.equals("RunInsideTheVpc"));
      }
    }
    assertThat(sids).hasSize(17);
  }

  @Test
  void of_definitions_in_the_bucket_the_pinned_one_alone_is_read() {
    JsonNode statement = statement("ReadTheDefinitionThatIsPinned");
    assertThat(texts(statement.path("Action"))).containsExactly("s3:GetObject");
    assertThat(statement.at("/Resource/Fn::Sub").asText())
        .isEqualTo("${Bucket.Arn}/definitions/${Source}/${DefinitionSha256}.yaml");
    assertThat(statements("Role"))
        .filteredOn(one -> one.toString().contains("definitions"))
        .hasSize(1);
  }

  @Test
  void nobody_gets_rights_from_elsewhere() throws IOException {
    assertThat(template.root().toString()).doesNotContain("ManagedPolicyArns", "AWS::IAM::Policy");
    assertThat(template.ofType("AWS::IAM::Role"))
        .containsOnlyKeys("Role", "SchedulerRole", "TablesRole");
    assertThat(template.ofType("AWS::IAM::ManagedPolicy")).containsOnlyKeys("TablesReader");
    for (Map.Entry<String, JsonNode> one :
        template.ofType("AWS::Serverless::Function").entrySet()) {
      JsonNode function = one.getValue();
      assertThat(function.at("/Properties/Role/Fn::GetAtt/0").asText())
          .isEqualTo(one.getKey().equals("TablesFunction") ? "TablesRole" : "Role");
      assertThat(function.path("Properties").has("Policies")).isFalse();
    }
  }

  @Test
  void schedules_start_functions_of_the_stack_and_keep_what_they_cannot_deliver() {
    assertThat(
            statements("SchedulerRole").stream().flatMap(one -> texts(one.path("Action")).stream()))
        .containsExactly("lambda:InvokeFunction", "sqs:SendMessage");
    assertThat(Stream.of("Role", "SchedulerRole").flatMap(role -> statements(role).stream()))
        .filteredOn(one -> one.path("Action").asText().equals("lambda:InvokeFunction"))
        .hasSize(2)
        .allMatch(
            one -> one.at("/Resource/Fn::Sub").asText().endsWith(":function:${AWS::StackName}-*"));
  }

  @Test
  void what_keeps_tables_reads_what_is_published_and_knows_no_credential_and_no_state() {
    Map<String, Set<String>> reached = new TreeMap<>();
    for (JsonNode statement : statements("TablesRole")) {
      for (String action : texts(statement.path("Action"))) {
        reached
            .computeIfAbsent(action, _ -> new TreeSet<>())
            .addAll(texts(statement.path("Resource")));
      }
    }
    assertThat(reached.keySet().stream().filter(one -> !one.startsWith("ec2:")))
        .containsExactly(
            "glue:CreateTable",
            "glue:GetTable",
            "glue:UpdateTable",
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "lambda:InvokeFunction",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "s3:DeleteObject",
            "s3:GetObject",
            "s3:ListBucket",
            "s3:PutObject",
            "sqs:SendMessage");
    String tables = "{\"Fn::Sub\":\"${Bucket.Arn}/tables/${Connection}/*\"}";
    assertThat(reached.get("s3:PutObject")).containsExactly(tables);
    assertThat(reached.get("s3:DeleteObject")).containsExactly(tables);
    assertThat(reached.get("s3:GetObject"))
        .containsExactlyInAnyOrder(
            tables, tables.replace("tables/", "raw/"), tables.replace("tables/", "manifests/"));
    assertThat(reached.get("glue:UpdateTable"))
        .hasSize(3)
        .allMatch(one -> one.endsWith(":catalog\"}") || one.contains("/${TablesDatabase}"));
    assertThat(reached.get("lambda:InvokeFunction"))
        .allMatch(one -> one.endsWith("function:${AWS::StackName}-TablesFunction-*\"}"));
  }

  @Test
  void who_reads_tables_may_read_nothing_else() {
    Set<String> actions = new TreeSet<>();
    for (JsonNode one : template.properties("TablesReader").at("/PolicyDocument/Statement")) {
      JsonNode statement = one.has("Fn::If") ? one.path("Fn::If").path(1) : one;
      assertThat(texts(statement.path("Resource"))).doesNotContain("*");
      actions.addAll(texts(statement.path("Action")));
      if (texts(statement.path("Action")).contains("s3:GetObject")) {
        assertThat(texts(statement.path("Resource")))
            .containsExactly("{\"Fn::Sub\":\"${Bucket.Arn}/tables/${Connection}/*\"}");
      }
    }
    assertThat(actions)
        .containsExactly(
            "glue:GetDatabase",
            "glue:GetTable",
            "glue:GetTables",
            "kms:Decrypt",
            "s3:GetBucketLocation",
            "s3:GetObject",
            "s3:ListBucket");
  }

  @Test
  void all_of_the_tables_is_there_only_where_the_parameter_says_so() {
    for (String name : List.of("TablesDatabase", "TablesRole", "TablesFunction", "TablesReader")) {
      assertThat(template.root().at("/Resources/" + name + "/Condition").asText())
          .isEqualTo("WithTables");
    }
    assertThat(template.root().at("/Parameters/Tables/Default").asText()).isEqualTo("false");
    JsonNode told = template.root().at("/Globals/Function/Environment/Variables/TIDEMARK_TABLES");
    assertThat(told.at("/Fn::If/0").asText()).isEqualTo("WithTables");
    assertThat(told.at("/Fn::If/2").asText()).isEmpty();
    JsonNode function = template.properties("TablesFunction");
    assertThat(function.at("/Environment/Variables/TIDEMARK_TABLES").asText())
        .as("it does not name itself, which would be a circle")
        .isEmpty();
    assertThat(Template.text(Path.of("functions", "Makefile"))).contains("\nbuild-TablesFunction:");
  }

  @Test
  void a_stack_whose_name_begins_with_this_ones_has_functions_of_its_own() {
    String own = template.root().at("/Globals/Function/Tags/tidemark-stack/Ref").asText();
    assertThat(own).isEqualTo("AWS::StackName");
    for (JsonNode function : template.ofType("AWS::Serverless::Function").values()) {
      assertThat(function.path("Properties").has("Tags")).as("another tag").isFalse();
    }
    assertThat(
            Stream.of("Role", "SchedulerRole", "TablesRole")
                .flatMap(role -> statements(role).stream()))
        .filteredOn(one -> one.path("Action").asText().equals("lambda:InvokeFunction"))
        .hasSize(3)
        .allMatch(one ->
            one.path("Condition")
                .path("StringEquals")
                .path("aws:ResourceTag/tidemark-stack")
                .path("Ref")
                .asText()
                .equals("AWS::StackName"));
  }
}
