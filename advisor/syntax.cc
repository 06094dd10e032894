// SPDX-License-Identifier: Apache-2.0
#include "advisor/syntax.h"

extern "C" const TSLanguage* tree_sitter_python(void);

namespace ppp::advisor {
namespace {

std::vector<Node> collect(TSNode node, const std::string* text, bool named) {
  std::vector<Node> result;
  if (text == nullptr || ts_node_is_null(node)) return result;
  TSTreeCursor cursor = ts_tree_cursor_new(node);
  if (ts_tree_cursor_goto_first_child(&cursor)) {
    do {
      TSNode child = ts_tree_cursor_current_node(&cursor);
      if (named && (!ts_node_is_named(child) || ts_node_is_extra(child))) {
        continue;
      }
      result.emplace_back(child, text);
    } while (ts_tree_cursor_goto_next_sibling(&cursor));
  }
  ts_tree_cursor_delete(&cursor);
  return result;
}

}  // namespace

std::string_view Node::kind() const {
  return null() ? std::string_view{} : ts_node_type(node_);
}

ByteRange Node::range() const {
  if (null()) return {};
  return {ts_node_start_byte(node_), ts_node_end_byte(node_)};
}

std::string_view Node::text() const {
  if (null()) return {};
  ByteRange r = range();
  return std::string_view(*text_).substr(r.begin, r.size());
}

int Node::line() const {
  return null() ? 0 : static_cast<int>(ts_node_start_point(node_).row) + 1;
}

int Node::end_line() const {
  if (null()) return 0;
  TSPoint end = ts_node_end_point(node_);
  bool at_line_start =
      end.column == 0 && end.row > ts_node_start_point(node_).row;
  return static_cast<int>(end.row) + (at_line_start ? 0 : 1);
}

std::uint32_t Node::column() const {
  return null() ? 0 : ts_node_start_point(node_).column;
}

Node Node::field(std::string_view name) const {
  if (null()) return {};
  return {ts_node_child_by_field_name(node_, name.data(),
                                      static_cast<std::uint32_t>(name.size())),
          text_};
}

Node Node::parent() const {
  if (null()) return {};
  return {ts_node_parent(node_), text_};
}

std::vector<Node> Node::children() const { return collect(node_, text_, true); }

std::vector<Node> Node::all_children() const {
  return collect(node_, text_, false);
}

Node Node::child(std::size_t index) const {
  std::vector<Node> all = children();
  return index < all.size() ? all[index] : Node();
}

std::vector<Node> Node::fields(std::string_view name) const {
  std::vector<Node> result;
  if (null()) return result;
  TSTreeCursor cursor = ts_tree_cursor_new(node_);
  if (ts_tree_cursor_goto_first_child(&cursor)) {
    do {
      const char* field = ts_tree_cursor_current_field_name(&cursor);
      if (field && name == field) {
        result.emplace_back(ts_tree_cursor_current_node(&cursor), text_);
      }
    } while (ts_tree_cursor_goto_next_sibling(&cursor));
  }
  ts_tree_cursor_delete(&cursor);
  return result;
}

Node Node::next_sibling() const {
  if (null()) return {};
  TSNode node = ts_node_next_named_sibling(node_);
  while (!ts_node_is_null(node) && ts_node_is_extra(node)) {
    node = ts_node_next_named_sibling(node);
  }
  return {node, text_};
}

Node Node::previous_sibling() const {
  if (null()) return {};
  TSNode node = ts_node_prev_named_sibling(node_);
  while (!ts_node_is_null(node) && ts_node_is_extra(node)) {
    node = ts_node_prev_named_sibling(node);
  }
  return {node, text_};
}

bool Node::has_error() const { return !null() && ts_node_has_error(node_); }

Tree Tree::parse(const std::string& text) {
  struct FreeParser {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
  };
  std::unique_ptr<TSParser, FreeParser> parser(ts_parser_new());
  PPP_CHECK(ts_parser_set_language(parser.get(), tree_sitter_python()));
  Tree tree;
  tree.text_ = &text;
  tree.tree_.reset(
      ts_parser_parse_string(parser.get(), nullptr, text.data(),
                             static_cast<std::uint32_t>(text.size())));
  PPP_CHECK(tree.tree_ != nullptr);
  return tree;
}

Node Tree::root() const {
  if (!tree_) return {};
  return {ts_tree_root_node(tree_.get()), text_};
}

Node node_at(Node root, ByteRange range) {
  if (root.null()) return {};
  TSNode node = ts_node_named_descendant_for_byte_range(root.raw(), range.begin,
                                                        range.end);
  Node found(node, root.source());
  return !found.null() && found.range() == range ? found : Node();
}

Node enclosing(Node node, std::initializer_list<std::string_view> kinds) {
  for (; node; node = node.parent()) {
    for (std::string_view kind : kinds) {
      if (node.is(kind)) return node;
    }
  }
  return {};
}

}  // namespace ppp::advisor
