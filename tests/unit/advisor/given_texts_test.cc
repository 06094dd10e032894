// SPDX-License-Identifier: Apache-2.0
#include "advisor/given_texts.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace ppp::advisor {
namespace {

/// What the calls give the parameter "method" of the first function "send":
/// "GET, PUT", or "?" where that is not known.
std::string given(const std::string& text, const std::string& other = "") {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  project.files.push_back(
      SourceFile::parse("other.py", "/other.py", "other", other));
  Node send;
  walk(project.files[0].root(), [&](Node node) {
    if (!send && node.is("function_definition") &&
        node.field("name").text() == "send") {
      send = node;
    }
    return true;
  });
  const auto texts = texts_given(project, send, "method");
  if (!texts) return "?";
  std::string all;
  for (const std::string& one : *texts) {
    all += (all.empty() ? "" : ", ") + one;
  }
  return all;
}

const std::string kSend = "def send(path, method='GET'):\n  use(method)\n";
const std::string kApi =
    "class Api:\n  def send(self, path, method='GET'):\n    use(method)\n";

TEST(TextsGiven, ByCallsOfAFunction) {
  EXPECT_EQ(given(kSend + "send(1)\nsend(2, 'HEAD')\nsend(3, method='PUT')\n"),
            "GET, HEAD, PUT");
  EXPECT_EQ(given(kSend, "from main import send\nsend(1, 'PUT')\n"), "PUT");
  EXPECT_EQ(given(kSend, "import main\nmain.send(1, 'PUT')\n"), "PUT");
}

TEST(TextsGiven, ByCallsOfAMethodOfWhateverObject) {
  EXPECT_EQ(given(kApi + "a.send(1)\nb.c().send(2, 'PUT')\n"), "GET, PUT");
  EXPECT_EQ(given(kApi + "Api.send(a, 1, 'PUT')\n"), "?");
}

TEST(TextsGiven, NothingWhereACallMayGiveAnything) {
  for (const char* more : {
           "send(1, kind)\n",
           "send(1, f'{kind}')\n",
           "send(*all)\n",
           "send(1, **all)\n",
           "send(**all)\n",
           "later(send)\n",
           "later = send\n",
           "later(1).send\n",
           "map(send, ['a'], ['PUT'])\n",
           "send = traced(send)\nsend(1)\n",
           "getattr(main, 'se' + 'nd')(1, 'PUT')\n",
       }) {
    EXPECT_EQ(given(kSend + "send(1)\n" + more), "?") << more;
  }
  EXPECT_EQ(given(kSend + "send(1)\n", "from main import send as put\n"), "?");
}

TEST(TextsGiven, NothingOfAFunctionThatOthersMayCall) {
  EXPECT_EQ(given(kSend), "?");
  EXPECT_EQ(given("@route\n" + kSend + "send(1)\n"), "?");
  EXPECT_EQ(given("class Api(Base):\n  def send(self, method='GET'):\n"
                  "    use(method)\nApi().send()\n"),
            "?");
}

TEST(TextsGiven, NothingOfAMethodThatALibrarysClassMayInherit) {
  EXPECT_EQ(given(kApi + "class Connection(Api, Base):\n  pass\na.send(1)\n"),
            "?");
}

TEST(TextsGiven, NothingOfAParameterThatDoesNotStay) {
  EXPECT_EQ(given("def send(method):\n  method = method.upper()\n  "
                  "use(method)\nsend('get')\n"),
            "?");
  EXPECT_EQ(given("def send(*method):\n  use(method)\nsend('GET')\n"), "?");
  EXPECT_EQ(given("def send(method):\n  use(method)\nsend()\n"), "?");
}

}  // namespace
}  // namespace ppp::advisor
