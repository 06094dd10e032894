// SPDX-License-Identifier: Apache-2.0
#include "advisor/syntax.h"

#include <tree_sitter/api.h>

#include <map>

extern "C" const TSLanguage* tree_sitter_python(void);

namespace ppp::advisor {

struct SyntaxNode {
  const Syntax* syntax = nullptr;
  const SyntaxNode* parent = nullptr;
  ByteRange range;
  std::uint32_t row = 0;  // 0-based, as the columns
  std::uint32_t column = 0;
  std::uint32_t end_row = 0;
  std::uint32_t end_column = 0;
  std::uint32_t first_child = 0;  // in Syntax::all_children
  std::uint32_t child_count = 0;
  std::uint32_t first_named = 0;  // in Syntax::named_children
  std::uint32_t named_count = 0;
  std::uint32_t place = 0;  // among the named children of the parent
  TSSymbol symbol = 0;
  GrammarName kind = "ERROR";
  GrammarName field = "";
  bool named = false;  // and no comment
  bool error = false;
};

struct Syntax {
  const std::string* text = nullptr;
  std::vector<SyntaxNode> nodes;  // parents first
  std::vector<Node> all_children;
  std::vector<Node> named_children;
};

namespace {

// The grammar's names of kinds and fields, by tree-sitter's numbers.
struct GrammarNames {
  std::vector<std::string_view> kinds;
  std::vector<GrammarName> kind_names;
  std::vector<GrammarName> field_names;
};

// Two names of the grammar with the same number would be taken for each other.
void check_distinct(const GrammarNames& names) {
  std::map<std::uint32_t, std::string_view> known;
  for (std::string_view kind : names.kinds) {
    auto [at, fresh] = known.emplace(GrammarName(kind).number(), kind);
    PPP_CHECK(fresh || at->second == kind);
  }
}

const GrammarNames& names() {
  static const GrammarNames all = [] {
    const TSLanguage* language = tree_sitter_python();
    GrammarNames made;
    for (std::uint32_t i = 0; i < ts_language_symbol_count(language); ++i) {
      made.kinds.emplace_back(
          ts_language_symbol_name(language, static_cast<TSSymbol>(i)));
      made.kind_names.emplace_back(made.kinds.back());
    }
    made.field_names.push_back("");  // fields count from 1
    for (std::uint32_t i = 1; i <= ts_language_field_count(language); ++i) {
      made.field_names.emplace_back(std::string_view(
          ts_language_field_name_for_id(language, static_cast<TSFieldId>(i))));
    }
    check_distinct(made);
    return made;
  }();
  return all;
}

SyntaxNode copy_of(const TSTreeCursor& cursor, const Syntax& syntax) {
  TSNode node = ts_tree_cursor_current_node(&cursor);
  TSPoint begin = ts_node_start_point(node);
  TSPoint end = ts_node_end_point(node);
  SyntaxNode copy;
  copy.syntax = &syntax;
  copy.range = {ts_node_start_byte(node), ts_node_end_byte(node)};
  copy.row = begin.row;
  copy.column = begin.column;
  copy.end_row = end.row;
  copy.end_column = end.column;
  copy.symbol = ts_node_symbol(node);
  if (copy.symbol < names().kind_names.size()) {
    copy.kind = names().kind_names[copy.symbol];
  }
  copy.field = names().field_names[ts_tree_cursor_current_field_id(&cursor)];
  copy.named = ts_node_is_named(node) && !ts_node_is_extra(node);
  copy.error = ts_node_has_error(node);
  return copy;
}

// The analysis calls itself for what stands in a node. Only code that was
// generated is nested so deep (a sum of as many terms), and CPython itself
// takes 3,000 levels before 3.13.
constexpr std::size_t kMostDepth = 1000;

// Nodes in the order of the text; gives the parents' places, as the nodes may
// still move. What is nested too deeply is left out, as an error.
std::vector<std::uint32_t> copy_nodes(TSNode root, Syntax& syntax) {
  std::vector<std::uint32_t> parents;
  std::vector<std::uint32_t> above;
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  bool more = true;
  while (more) {
    auto at = static_cast<std::uint32_t>(syntax.nodes.size());
    parents.push_back(above.empty() ? at : above.back());
    syntax.nodes.push_back(copy_of(cursor, syntax));
    if (above.size() < kMostDepth) {
      if (ts_tree_cursor_goto_first_child(&cursor)) {
        above.push_back(at);
        continue;
      }
    } else if (ts_node_child_count(ts_tree_cursor_current_node(&cursor)) > 0) {
      syntax.nodes[at].error = true;
      for (std::uint32_t outer : above) syntax.nodes[outer].error = true;
    }
    while (more && !ts_tree_cursor_goto_next_sibling(&cursor)) {
      more = ts_tree_cursor_goto_parent(&cursor);
      if (more) above.pop_back();
    }
  }
  ts_tree_cursor_delete(&cursor);
  return parents;
}

// The grammar reads `f(a, *b(c))` as `f(a, (*b)(c))` (tree-sitter-python 0.25,
// where a splat may be a primary expression). Gives the splat what is called,
// or whose attribute or item is taken: the nodes stay in the order of the text.
void mend_splats(Syntax& syntax, std::vector<std::uint32_t>& parents) {
  std::vector<SyntaxNode>& nodes = syntax.nodes;
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const GrammarName kind = nodes[i].kind;
    const std::size_t star = i + 2;
    const std::size_t first = i + 3;  // of what is unpacked
    if ((kind != "call" && kind != "attribute" && kind != "subscript") ||
        first >= nodes.size() || nodes[i + 1].kind != "list_splat" ||
        parents[i + 1] != i || parents[star] != i + 1 || nodes[star].named ||
        parents[first] != i + 1 || !nodes[first].named) {
      continue;
    }
    SyntaxNode splat = nodes[i + 1];
    SyntaxNode whole = nodes[i];
    std::swap(splat.field, nodes[first].field);
    std::swap(splat.field, whole.field);
    splat.range = whole.range;
    splat.end_row = whole.end_row;
    splat.end_column = whole.end_column;
    whole.range.begin = nodes[first].range.begin;
    whole.row = nodes[first].row;
    whole.column = nodes[first].column;
    nodes[i] = splat;
    nodes[i + 1] = nodes[star];
    nodes[star] = whole;
    for (std::size_t k = first; k < nodes.size() && parents[k] >= i; ++k) {
      if (parents[k] <= i + 1) parents[k] = static_cast<std::uint32_t>(star);
    }
    parents[i + 1] = parents[star] = static_cast<std::uint32_t>(i);
  }
}

void link(Syntax& syntax, const std::vector<std::uint32_t>& parents) {
  std::vector<SyntaxNode>& nodes = syntax.nodes;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    SyntaxNode& parent = nodes[parents[i]];
    nodes[i].parent = &parent;
    ++parent.child_count;
    if (nodes[i].named) nodes[i].place = parent.named_count++;
  }
  std::uint32_t all = 0;
  std::uint32_t named = 0;
  for (SyntaxNode& node : nodes) {
    node.first_child = all;
    node.first_named = named;
    all += node.child_count;
    named += node.named_count;
  }
  syntax.all_children.resize(all);
  syntax.named_children.resize(named);
  std::vector<std::uint32_t> filled(nodes.size(), 0);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const SyntaxNode& parent = nodes[parents[i]];
    syntax.all_children[parent.first_child + filled[parents[i]]++] =
        Node(&nodes[i]);
    if (nodes[i].named) {
      syntax.named_children[parent.first_named + nodes[i].place] =
          Node(&nodes[i]);
    }
  }
}

Node sibling(const SyntaxNode* node, std::int64_t step) {
  if (!node || !node->parent) return {};
  auto siblings = Node(node->parent).children();
  if (node->named) {
    std::int64_t place = node->place + step;
    bool there =
        place >= 0 && place < static_cast<std::int64_t>(siblings.size());
    return there ? siblings[static_cast<std::size_t>(place)] : Node();
  }
  // A token or comment: the closest by place in the text.
  Node before;
  for (Node other : siblings) {
    if (other.range().begin >= node->range.end) {
      return step > 0 ? other : before;
    }
    before = other;
  }
  return step > 0 ? Node() : before;
}

}  // namespace

std::string_view Node::kind() const {
  if (null()) return {};
  const std::vector<std::string_view>& kinds = names().kinds;
  return node_->symbol < kinds.size() ? kinds[node_->symbol] : "ERROR";
}

ByteRange Node::range() const { return null() ? ByteRange{} : node_->range; }

std::string_view Node::text() const {
  if (null()) return {};
  return std::string_view(*node_->syntax->text)
      .substr(node_->range.begin, node_->range.size());
}

int Node::line() const { return null() ? 0 : static_cast<int>(node_->row) + 1; }

int Node::end_line() const {
  if (null()) return 0;
  bool at_line_start = node_->end_column == 0 && node_->end_row > node_->row;
  return static_cast<int>(node_->end_row) + (at_line_start ? 0 : 1);
}

std::uint32_t Node::column() const { return null() ? 0 : node_->column; }

GrammarName Node::kind_name() const {
  return null() ? GrammarName("") : node_->kind;
}

Node Node::field(GrammarName name) const {
  for (Node child : all_children()) {
    if (child.node_->field == name) return child;
  }
  return {};
}

Node Node::parent() const { return null() ? Node() : Node(node_->parent); }

std::span<const Node> Node::children() const {
  if (null()) return {};
  return std::span(node_->syntax->named_children)
      .subspan(node_->first_named, node_->named_count);
}

std::span<const Node> Node::all_children() const {
  if (null()) return {};
  return std::span(node_->syntax->all_children)
      .subspan(node_->first_child, node_->child_count);
}

Node Node::child(std::size_t index) const {
  std::span<const Node> all = children();
  return index < all.size() ? all[index] : Node();
}

std::vector<Node> Node::fields(GrammarName name) const {
  std::vector<Node> result;
  for (Node child : all_children()) {
    if (child.node_->field == name) result.push_back(child);
  }
  return result;
}

Node Node::next_sibling() const { return sibling(node_, 1); }

Node Node::previous_sibling() const { return sibling(node_, -1); }

bool Node::has_error() const { return !null() && node_->error; }

Tree::Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

Tree Tree::parse(const std::string& text) {
  struct Free {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
  };
  std::unique_ptr<TSParser, Free> parser(ts_parser_new());
  PPP_CHECK(ts_parser_set_language(parser.get(), tree_sitter_python()));
  std::unique_ptr<TSTree, Free> parsed(
      ts_parser_parse_string(parser.get(), nullptr, text.data(),
                             static_cast<std::uint32_t>(text.size())));
  PPP_CHECK(parsed != nullptr);
  Tree tree;
  tree.syntax_ = std::make_unique<Syntax>();
  tree.syntax_->text = &text;
  std::vector<std::uint32_t> parents =
      copy_nodes(ts_tree_root_node(parsed.get()), *tree.syntax_);
  mend_splats(*tree.syntax_, parents);
  link(*tree.syntax_, parents);
  return tree;
}

Node Tree::root() const {
  return syntax_ ? Node(syntax_->nodes.data()) : Node();
}

Node node_at(Node root, ByteRange range) {
  if (!root.range().contains(range)) return {};
  // Of nodes with the same range, the innermost.
  Node found = root.range() == range ? root : Node();
  for (Node node = root; node;) {
    Node next;
    for (Node child : node.children()) {
      if (child.range().contains(range)) next = child;
    }
    if (next && next.range() == range) found = next;
    node = next;
  }
  return found;
}

Node enclosing(Node node, std::initializer_list<GrammarName> kinds) {
  for (; node; node = node.parent()) {
    for (GrammarName kind : kinds) {
      if (node.is(kind)) return node;
    }
  }
  return {};
}

Node class_around(Node function) {
  const Node body = function.parent();
  const bool method = body.is("block") && body.parent().is("class_definition");
  return method ? body.parent() : Node();
}

std::string_view called_name(Node call) {
  const Node callee = call.field("function");
  return (callee.is("attribute") ? callee.field("attribute") : callee).text();
}

Node statement_of(Node expression) {
  const Node statement =
      enclosing(expression, {"expression_statement", "if_statement",
                             "elif_clause", "for_statement", "block"});
  Node holder;
  if (statement.is("expression_statement")) holder = statement;
  if (statement.is("if_statement")) holder = statement.field("condition");
  if (statement.is("for_statement")) holder = statement.field("right");
  const bool holds = holder && holder.range().contains(expression.range());
  return holds ? statement : Node();
}

Node keyword(Node call, std::string_view name) {
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument") &&
        argument.field("name").text() == name) {
      return argument.field("value");
    }
  }
  return {};
}

bool is_called(Node function) {
  const Node call = function.parent();
  return call.is("call") && call.field("function") == function;
}

std::optional<std::string_view> plain_literal(Node node) {
  if (!node.is("string")) return std::nullopt;
  std::string_view content;
  for (Node child : node.children()) {
    if (child.is("interpolation")) return std::nullopt;
    if (child.is("string_content")) content = child.text();
  }
  return content;
}

std::optional<std::string> written_text(Node node) {
  if (node.is("parenthesized_expression")) return written_text(node.child(0));
  std::string text;
  if (node.is("concatenated_string")) {
    for (Node part : node.children()) {
      const auto more = written_text(part);
      if (!more) return std::nullopt;
      text += *more;
    }
    return text;
  }
  const auto plain = plain_literal(node);
  if (!plain || plain->find('\\') != std::string_view::npos) {
    return std::nullopt;
  }
  return std::string(*plain);
}

bool takes_tuple(Node subscript) {
  std::span<const Node> all = subscript.all_children();
  return std::any_of(all.begin(), all.end(), [](Node part) {
    return part.text() == "," || part.is("list_splat");
  });
}

}  // namespace ppp::advisor
