// SPDX-License-Identifier: Apache-2.0
#include "advisor/split_text.h"

#include <algorithm>
#include <utility>

namespace ppp::advisor {
namespace {

constexpr std::string_view kBlank = " \t\f";

bool is_plain_value(Node node) {
  return node.is("identifier") || node.is("integer") || node.is("float") ||
         node.is("true") || node.is("false") || node.is("none") ||
         plain_literal(node).has_value();
}

bool names_it(Node node, std::string_view name) {
  bool found = false;
  walk(node, [&](Node inner) {
    found |= inner.is("identifier") && inner.text() == name;
    return !found;
  });
  return found;
}

std::string comma_separated(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    all += (all.empty() ? "" : ", ") + text;
  }
  return all;
}

/// "finish_download" for download, "_finish_download" for _download.
std::string base_of_second(std::string_view first) {
  const std::size_t marks =
      std::min(first.find_first_not_of('_'), first.size() - 1);
  return std::string(first.substr(0, marks)) + "finish_" +
         std::string(first.substr(marks));
}

std::string second_name(const Project& project, std::string_view first) {
  const std::string base = base_of_second(first);
  auto taken = [&](const std::string& name) {
    return std::any_of(project.files.begin(), project.files.end(),
                       [&](const auto& file) {
                         return file.text().find(name) != std::string::npos;
                       });
  };
  std::string name = base;
  for (int i = 2; taken(name); ++i) name = base + "_" + std::to_string(i);
  return name;
}

/// That the function does not use.
std::string fresh_name(Node function, const std::string& base) {
  std::string name = base;
  for (int i = 2; names_it(function, name); ++i) {
    name = base + "_" + std::to_string(i);
  }
  return name;
}

/// On one line, and without comments.
bool can_be_rewritten(const SourceFile& source, Node list) {
  const std::span<const Node> all = list.all_children();
  return source.slice(list.range()).find('\n') == std::string_view::npos &&
         std::none_of(all.begin(), all.end(),
                      [](Node node) { return node.is("comment"); });
}

class Text {
 public:
  explicit Text(const SplitParts& parts)
      : parts_(parts),
        text_(parts.source.text()),
        statements_(parts.function.field("body").children()),
        second_(
            second_name(parts.project, parts.function.field("name").text())),
        given_(fresh_name(parts.function, "found")) {
    for (const std::string& name : parts.direct) {
      if (can_be_left_out(name)) left_out_.push_back(name);
    }
  }

  std::optional<std::vector<Edit>> edits() const {
    std::optional<Edit> between = between_parts();
    if (!between) return std::nullopt;
    std::vector<Edit> all = {std::move(*between)};
    add_head(all);
    remove_declarations(all);
    for (Node call : parts_.calls) add_call(call, all);
    std::stable_sort(all.begin(), all.end(), [](const Edit& a, const Edit& b) {
      return a.range < b.range;
    });
    const bool ascii = std::all_of(all.begin(), all.end(), [](const Edit& one) {
      return std::all_of(one.text.begin(), one.text.end(), [](char letter) {
        return static_cast<unsigned char>(letter) < 0x80;
      });
    });
    if (!ascii) return std::nullopt;  // the file may not be UTF-8
    return all;
  }

 private:
  /// A parameter that the first function does not need any more.
  bool can_be_left_out(const std::string& name) const {
    const auto one = std::find_if(
        parts_.parameters.begin(), parts_.parameters.end(),
        [&](const Parameter& parameter) { return parameter.name == name; });
    return !one->node.field("value") &&
           can_be_rewritten(parts_.source,
                            parts_.function.field("parameters")) &&
           can_be_rewritten(parts_.source,
                            parts_.calls.front().field("arguments")) &&
           std::none_of(
               statements_.begin(),
               statements_.begin() + static_cast<std::ptrdiff_t>(parts_.at),
               [&](Node node) { return names_it(node, name); });
  }

  bool is_left_out(std::string_view name) const {
    return std::find(left_out_.begin(), left_out_.end(), name) !=
           left_out_.end();
  }

  /// The end of the first part, and the head of the second.
  std::optional<Edit> between_parts() const {
    const Node last = statements_[parts_.at - 1];
    const Node next = statements_[parts_.at];
    const std::size_t stop =
        std::min(text_.find('\n', last.range().end), text_.size());
    std::size_t behind = text_.find_first_not_of(kBlank, last.range().end);
    const bool ends = behind >= stop || text_[behind] == '#' ||
                      text_.compare(behind, 2, "\r\n") == 0;
    if (!ends || next.range().begin < stop) return std::nullopt;
    const std::uint32_t line = parts_.source.line_begin(
        parts_.source.line_of(statements_[0].range().begin));
    const std::string indent =
        text_.substr(line, statements_[0].range().begin - line);
    if (indent.find_first_not_of(kBlank) != std::string::npos) {
      return std::nullopt;
    }
    const bool carriage = text_[stop - 1] == '\r';
    const std::string newline = carriage ? "\r\n" : "\n";
    const std::size_t from = carriage ? stop - 1 : stop;
    const std::size_t words = text_.find_first_not_of(" \t\f\r\n", stop);
    const std::size_t to = text_.rfind('\n', words) + 1;
    return Edit{
        {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)},
        newline + indent + "return " + returned() + newline + newline +
            (parts_.self.empty() ? newline : "") + outer_indent() +
            second_head() + newline + second_begin(indent, newline)};
  }

  std::span<const Node> first_part() const {
    return statements_.first(parts_.at);
  }

  std::span<const Node> second_part() const {
    return statements_.subspan(parts_.at);
  }

  /// `statement` declares a variable that the others name.
  static bool names_of(Node statement, std::span<const Node> others) {
    return std::any_of(others.begin(), others.end(), [&](Node other) {
      const std::span<const Node> names = statement.children();
      return !(other == statement) &&
             std::any_of(names.begin(), names.end(), [&](Node name) {
               return names_it(other, name.text());
             });
    });
  }

  /// Declarations that only the second part needs go there.
  void remove_declarations(std::vector<Edit>& edits) const {
    for (std::size_t i = 0; i + 1 < parts_.at; ++i) {
      const std::uint32_t begin = statements_[i].range().begin;
      const std::uint32_t next = statements_[i + 1].range().begin;
      const std::string_view between = std::string_view(text_).substr(
          statements_[i].range().end, next - statements_[i].range().end);
      if (statements_[i].is("global_statement") &&
          between.find_first_not_of(" \t\r\n") == std::string_view::npos &&
          !names_of(statements_[i], first_part())) {
        edits.push_back({{begin, next}, ""});
      }
    }
  }

  /// What the first one gives the second one.
  std::string returned() const {
    const bool one = parts_.returned.size() == 1;
    const std::string all = comma_separated(parts_.returned);
    return parts_.may_end && one ? "(" + all + ",)" : all;
  }

  std::string outer_indent() const {
    const std::uint32_t begin = parts_.function.range().begin;
    const std::uint32_t line =
        parts_.source.line_begin(parts_.source.line_of(begin));
    return text_.substr(line, begin - line);
  }

  std::string second_begin(const std::string& indent,
                           const std::string& newline) const {
    std::string lines;
    for (Node statement : first_part()) {
      if (statement.is("global_statement") &&
          names_of(statement, second_part())) {
        lines += indent + std::string(statement.text()) + newline;
      }
    }
    if (parts_.may_end) {
      // One step more, with what the rest of the block is indented by.
      const std::string step = indent.substr(outer_indent().size());
      lines +=
          indent + "if " + given_ + " is None:" + newline + indent + step +
          "return None" + newline + indent +
          (parts_.returned.size() == 1 ? returned()
                                       : comma_separated(parts_.returned)) +
          " = " + given_ + newline;
    }
    return lines;
  }

  std::string second_head() const {
    std::vector<std::string> names = parts_.direct;
    for (std::string& name : names) {
      for (const Parameter& one : parts_.parameters) {
        const Node type = one.node.field("type");
        const bool twice = one.name == name && type && !has_call(type);
        if (twice) name += ": " + std::string(type.text());
      }
    }
    if (!parts_.self.empty()) names.insert(names.begin(), parts_.self);
    if (parts_.may_end) {
      names.push_back(given_);
    } else {
      names.insert(names.end(), parts_.returned.begin(), parts_.returned.end());
    }
    const Node result = parts_.function.field("return_type");
    return "def " + second_ + "(" + comma_separated(names) + ")" +
           (result ? " -> " + std::string(result.text()) : "") + ":";
  }

  static bool has_call(Node node) {
    bool found = false;
    walk(node, [&](Node inner) {
      found |= inner.is("call") || inner.is("named_expression");
      return !found;
    });
    return found;
  }

  void add_head(std::vector<Edit>& edits) const {
    const Node parameters = parts_.function.field("parameters");
    if (!left_out_.empty()) {
      std::vector<std::string> kept;
      if (!parts_.self.empty()) kept.push_back(parts_.self);
      for (const Parameter& one : parts_.parameters) {
        if (!is_left_out(one.name)) kept.emplace_back(one.node.text());
      }
      edits.push_back({parameters.range(), "(" + comma_separated(kept) + ")"});
    }
    if (const Node result = parts_.function.field("return_type")) {
      edits.push_back({{parameters.range().end, result.range().end}, ""});
    }
  }

  void add_call(Node call, std::vector<Edit>& edits) const {
    std::vector<std::string> given;
    for (const std::string& name : parts_.direct) {
      given.emplace_back(plain_argument(parts_.parameters, call, name).text());
    }
    const bool apart = parts_.returned.size() > 1 && !parts_.may_end;
    const std::string receiver =
        parts_.self.empty()
            ? ""
            : std::string(call.field("function").field("object").text()) + ".";
    const std::string before =
        comma_separated(given) + (given.empty() ? "" : ", ");
    const ByteRange range = call.range();
    edits.push_back({{range.begin, range.begin},
                     receiver + second_ + "(" + before + (apart ? "*" : "")});
    if (!left_out_.empty()) {
      std::vector<Node> gone;
      for (const std::string& name : left_out_) {
        gone.push_back(plain_argument(parts_.parameters, call, name));
      }
      std::vector<std::string> kept;
      for (Node argument : call.field("arguments").children()) {
        const bool stays = std::none_of(
            gone.begin(), gone.end(),
            [&](Node node) { return argument.range().contains(node.range()); });
        if (stays) kept.emplace_back(argument.text());
      }
      edits.push_back(
          {call.field("arguments").range(), "(" + comma_separated(kept) + ")"});
    }
    edits.push_back({{range.end, range.end}, ")"});
  }

  const SplitParts& parts_;
  const std::string& text_;
  std::span<const Node> statements_;
  std::string second_;
  std::string given_;  ///< what the second one calls all that it is given
  std::vector<std::string> left_out_;
};

}  // namespace

Parameter parameter_of(Node node) {
  Node named = node.field("name") ? node.field("name") : node;
  if (node.is("typed_parameter")) named = node.child(0);
  Parameter parameter{node, "", named.is("identifier")};
  walk(named, [&](Node inner) {
    if (inner.is("identifier")) parameter.name = inner.text();
    return true;
  });
  return parameter;
}

Node plain_argument(const std::vector<Parameter>& parameters, Node call,
                    std::string_view name) {
  Node found;
  std::size_t place = 0;
  for (Node argument : call.field("arguments").children()) {
    const Node value =
        argument.is("keyword_argument") ? argument.field("value") : argument;
    if (!is_plain_value(value) || place >= parameters.size()) return {};
    const std::string_view given = argument.is("keyword_argument")
                                       ? argument.field("name").text()
                                       : parameters[place].name;
    if (given == name) found = value;
    if (!argument.is("keyword_argument")) ++place;
  }
  const bool plain =
      std::all_of(parameters.begin(), parameters.end(),
                  [](const Parameter& one) { return one.plain; });
  return plain ? found : Node();
}

bool is_second_name(std::string_view second, std::string_view first) {
  const std::string base = base_of_second(first);
  if (!second.starts_with(base)) return false;
  const std::string_view more = second.substr(base.size());
  return more.empty() ||
         (more.starts_with('_') &&
          more.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

std::optional<std::vector<Edit>> split_edits(const SplitParts& parts) {
  return Text(parts).edits();
}

}  // namespace ppp::advisor
