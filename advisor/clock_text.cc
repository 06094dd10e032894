// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace ppp::advisor::clock {
namespace {

bool is_raw(Node string) {
  std::string_view start = string.child(0).text();
  return start.find_first_of("rR") != std::string_view::npos;
}

bool is_bytes(Node string) {
  std::string_view start = string.child(0).text();
  return start.find_first_of("bB") != std::string_view::npos;
}

void append_utf8(std::uint32_t code, std::string& out) {
  auto byte = [&](std::uint32_t value) {
    out.push_back(static_cast<char>(value));
  };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

/// Decodes one escape that begins at text[at] == '\\'; moves `at` behind it.
bool decode_escape(std::string_view text, std::size_t& at, std::string& out) {
  static constexpr std::string_view kFrom = "\\'\"abfnrtv";
  static constexpr std::string_view kTo = "\\'\"\a\b\f\n\r\t\v";
  if (at + 1 >= text.size()) return false;
  char c = text[at + 1];
  std::size_t simple = kFrom.find(c);
  if (simple != std::string_view::npos) {
    out.push_back(kTo[simple]);
    at += 2;
    return true;
  }
  if (c == '\n' || c == '\r') {
    at += text.substr(at + 1).starts_with("\r\n") ? 3 : 2;
    return true;
  }
  std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  bool octal = c >= '0' && c <= '7';
  if (digits == 0 && !octal) {
    if (c == 'N') return false;
    out.push_back('\\');  // no escape: Python keeps the backslash
    at += 1;
    return true;
  }
  std::size_t begin = at + (octal ? 1 : 2);
  std::size_t limit = octal ? 3 : digits;
  std::uint32_t code = 0;
  const char* first = text.data() + begin;
  const char* last = text.data() + std::min(begin + limit, text.size());
  auto parsed = std::from_chars(first, last, code, octal ? 8 : 16);
  auto length = static_cast<std::size_t>(parsed.ptr - first);
  bool surrogate = code >= 0xD800 && code < 0xE000;
  if (length == 0 || (!octal && length != digits) || code > 0x10FFFF ||
      surrogate) {
    return false;
  }
  append_utf8(code, out);
  at = begin + length;
  return true;
}

}  // namespace

std::optional<std::string> content_text(Node content, Node string) {
  std::string_view text = content.text();
  bool raw = is_raw(string);
  bool braces =
      string.child(0).text().find_first_of("fFtT") != std::string_view::npos;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char c = text[at];
    if (c == '\\' && !raw) {
      if (!decode_escape(text, at, out)) return std::nullopt;
    } else if (text.substr(at).starts_with("\r\n")) {
      out.push_back('\n');
      at += 2;
    } else {
      out.push_back(c);
      bool doubled = braces && (c == '{' || c == '}') && at + 1 < text.size() &&
                     text[at + 1] == c;
      at += doubled ? 2 : 1;
    }
  }
  return out;
}

bool has_interpolation(Node string) {
  for (Node child : string.children()) {
    if (child.is("interpolation")) return true;
    if (child.is("string") && has_interpolation(child)) return true;
  }
  return false;
}

std::optional<std::string> literal_text(Node node) {
  if (node.is("parenthesized_expression")) return literal_text(node.child(0));
  std::string out;
  if (node.is("concatenated_string")) {
    for (Node part : node.children()) {
      auto text = literal_text(part);
      if (!text) return std::nullopt;
      out += *text;
    }
    return out;
  }
  if (!node.is("string") || is_bytes(node)) return std::nullopt;
  for (Node child : node.children()) {
    if (child.is("interpolation")) return std::nullopt;
    if (!child.is("string_content")) continue;
    auto text = content_text(child, node);
    if (!text) return std::nullopt;
    out += *text;
  }
  return out;
}

std::optional<std::vector<Field>> percent_fields(std::string_view format) {
  std::vector<Field> fields(1);
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      fields.back().before.push_back(format[at]);
      continue;
    }
    ++at;
    if (at < format.size() && format[at] == '%') {
      fields.back().before.push_back('%');
      continue;
    }
    Field& field = fields.back();
    field.present = true;
    if (at < format.size() && format[at] == '(') {
      std::size_t end = format.find(')', at);
      if (end == std::string_view::npos) return std::nullopt;
      field.name = format.substr(at, end + 1 - at);
      at = end + 1;
    }
    std::size_t type = format.find_first_not_of("#0- +.123456789hlL", at);
    if (type == std::string_view::npos) return std::nullopt;
    static constexpr std::string_view kTypes = "diouxXeEfFgGcrsa";
    if (kTypes.find(format[type]) == std::string_view::npos) {
      return std::nullopt;
    }
    field.plain = type == at && format[type] == 's';
    at = type;
    fields.emplace_back();
  }
  return fields;
}

std::optional<std::vector<Field>> brace_fields(std::string_view format) {
  std::vector<Field> fields(1);
  for (std::size_t at = 0; at < format.size(); ++at) {
    char c = format[at];
    bool doubled = at + 1 < format.size() && format[at + 1] == c;
    if (c != '{' && c != '}') {
      fields.back().before.push_back(c);
    } else if (doubled) {
      fields.back().before.push_back(c);
      ++at;
    } else if (c == '}') {
      return std::nullopt;
    } else {
      std::size_t end = format.find_first_of("{}", at + 1);
      if (end == std::string_view::npos || format[end] == '{') {
        return std::nullopt;
      }
      std::string_view inside = format.substr(at + 1, end - at - 1);
      std::size_t name_end =
          std::min(inside.find_first_of("!:"), inside.size());
      Field& field = fields.back();
      field.present = true;
      field.name = inside.substr(0, name_end);
      field.plain = name_end == inside.size();
      fields.emplace_back();
      at = end;
    }
  }
  return fields;
}

Pieces strftime_pieces(std::string_view format) {
  Pieces pieces;
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%' || at + 1 == format.size()) {
      text.push_back(format[at]);
      continue;
    }
    ++at;
    if (format[at] == '-' && at + 1 < format.size()) ++at;
    if (format[at] == '%' || format[at] == 'n' || format[at] == 't') {
      text.push_back(format[at] == 'n' ? '\n' : format[at] == 't' ? '\t' : '%');
      continue;
    }
    pieces.push_back({false, false, std::exchange(text, "")});
    pieces.push_back({true, true, ""});
  }
  pieces.push_back({false, false, text});
  return pieces;
}

ClockOutput output_of(const Pieces& pieces, Span span) {
  ClockOutput output;
  output.span = std::move(span);
  output.literals.emplace_back();
  for (const Piece& piece : pieces) {
    if (piece.hole) {
      output.literals.emplace_back();
      output.clock_holes.push_back(piece.clock);
    } else {
      output.literals.back() += piece.text;
    }
  }
  return output;
}

}  // namespace ppp::advisor::clock
