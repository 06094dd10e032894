// SPDX-License-Identifier: Apache-2.0
// Objects for one thread at a time: of which each worker may have one of its
// own, and of which it may not.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

struct Shared {
  std::string text;
  const char* why;  // part of a reason
};

void expect_not_shared(const std::vector<Shared>& cases) {
  const Module helper = {"helper",
                         "import requests\nsession = requests.Session()\n"
                         "def get(n):\n    return session.get('u').text\n"};
  for (const Shared& one : cases) {
    const bool helped = one.text.find("helper") != std::string::npos;
    const Judged found =
        judged(one.text, "for i in",
               helped ? std::vector{helper} : std::vector<Module>());
    EXPECT_NE(found.reasons.find(one.why), std::string::npos)
        << one.text << found.reasons;
    EXPECT_FALSE(found.candidate || found.unproven) << one.text;
  }
}

/// Asks through the module's `session`; `more` stands behind it.
std::string asking(const std::string& more,
                   const std::string& answer = "session.get('u').text") {
  return "import requests, functools, sys\nfrom requests import adapters\n"
         "session = requests.Session()\n" +
         more + "def get(n):\n    return " + answer +
         "\nout = []\nfor i in range(9):\n    out.append(get(i))\n";
}

TEST(PerWorker, ASessionIsCopied) {
  const Judged found = judged(asking(""), "for i in");
  ASSERT_TRUE(found.unproven);
  ASSERT_EQ(found.unproven->work.per_worker.size(), 1u);
  EXPECT_TRUE(found.unproven->work.per_worker[0].copied);
}

TEST(PerWorker, ASessionOfWhichACopyDiffers) {
  expect_not_shared({
      {"import engine\n" + asking("engine.look(session)\n"),
       "unknown code may hold it"},
      {asking("session.wonder()\n"),
       "no entry describes all that is done with it"},
      {asking("session.headers['x'] = iter([1])\n"),
       "it holds the requests.structures.CaseInsensitiveDict"},
      {asking("session.mount('http://', adapters.HTTPAdapter(max_retries=3))\n"
              "limit = 'Retry-After'\n"),
       "it may pause where a server asks for fewer requests"},
  });
}

TEST(PerWorker, ASessionThatTheWorkGetsInAnotherWay) {
  expect_not_shared({
      {"import requests\ndef main():\n    session = requests.Session()\n"
       "    def get(n):\n        return session.get('u').text\n"
       "    out = []\n    for i in range(9):\n        out.append(get(i))\n"
       "main()\n",
       "reads `session` on line 5: it would have to be passed"},
      {"import requests\nsession = requests.Session()\n"
       "get = lambda n: session.get('u').text\nout = []\n"
       "for i in range(9):\n    out.append(get(i))\n",
       "reads `session` on line 3: it would have to be passed"},
      {"import helper\nout = []\nfor i in range(9):\n"
       "    out.append(helper.get(i))\n",
       "reads `session` on line 4: it would have to be passed"},
      {"import helper\n" + asking("") + "print(helper.session)\n",
       "reads `session` on line 6, and helper.py speaks of it, too"},
      {asking("other = session\n",
              "session.get('u').text + "
              "other.get('u').text"),
       "`session` leads to it, too"},
      {asking("def end():\n    global session\n    session = None\n") +
           "end()\n",
       "belongs to one thread at a time, and may be something else"},
  });
  const Judged found = judged(
      "import requests\nsession = requests.Session()\ndef get(n):\n"
      "    return session.get('u').text\nprint(list(map(get, range(9))))\n",
      "print(");
  EXPECT_NE(found.reasons.find("the work does not get it by a variable"),
            std::string::npos)
      << found.reasons;
}

/// The session of a `client`, which may be of the class `head`.
std::string of_client(const std::string& head, const std::string& first = "",
                      const std::string& more = "",
                      const std::string& answer = "client.get(n)",
                      const std::string& items = "range(9)") {
  return "import requests, functools, dataclasses, sys\n" + head + "\n" +
         first +
         "    def __init__(self):\n"
         "        self.session = requests.Session()\n"
         "    def get(self, n):\n"
         "        return self.session.get('u').text\n"
         "client = Client()\n" +
         more + "def get(n):\n    return " + answer + "\nout = []\nfor i in " +
         items + ":\n    out.append(get(i))\n";
}

TEST(PerWorker, AnInstanceIsCopied) {
  const Judged found = judged(of_client("class Client:"), "for i in");
  ASSERT_TRUE(found.unproven) << found.reasons;
  ASSERT_EQ(found.unproven->work.per_worker.size(), 1u);
  EXPECT_EQ(found.unproven->work.per_worker[0].attribute, "session");
}

TEST(PerWorker, AnInstanceOfWhichACopyDiffers) {
  const std::string plain = "class Client:";
  expect_not_shared({
      {of_client(plain, "", "", "client.get(n) if client in [client] else ''"),
       "the work tells `client` from a copy"},
      {of_client(plain, "", "", "n[0].get(1)", "[(client, 1)]"),
       "the items lead to it, too"},
      {of_client(plain, "",
                 "class Bare:\n    def get(self, n):\n        return n\n"
                 "bare = Bare()\n"
                 "client = bare if sys.argv[1:] else client\n",
                 "client.get(n)", "[bare]"),
       "the items lead to it, too"},
      {of_client(plain, "",
                 "@functools.lru_cache(maxsize=None)\ndef known(n):\n"
                 "    return n + 1\n",
                 "client.get(known(n))"),
       "a memoized function tells `client` from a copy"},
      {of_client(plain, "    session = None\n"),
       "`Client` has an attribute of this name, too"},
      {of_client("@dataclasses.dataclass(order=True)\nclass Client:"),
       "what decorates `Client` may make copies differ"},
      {of_client("class Client(Exception):"),
       "`Client` is derived from `Exception`: a copy may differ"},
      {of_client(plain, "",
                 "session = client if sys.argv[1:] else "
                 "client.session\n",
                 "session.get('u')"),
       "`session` may be something else"},
  });
}

/// The loop asks SQLite through `conn`, which `before` makes.
std::string asking_file(const std::string& before,
                        const std::string& holder = "conn",
                        const std::string& more = "") {
  std::string lines = "    " + before;
  for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos;) {
    lines.replace(at, 1, "\n    ");
    at += 5;
  }
  return "import sqlite3, sys\n" + more + "def main():\n" + lines +
         "\n    out = []\n    for i in range(9):\n        out.append(" +
         holder +
         ".execute('select n from t where n = ?', (i,)).fetchone())\n"
         "    return out\nmain()\n";
}

TEST(PerWorker, AConnectionIsMadeAgain) {
  for (const char* options : {"'x.db'", "'x.db', check_same_thread=False",
                              "'file:x?mode=ro', uri=True", "'x.db', uri=False",
                              "sys.argv[1]", "str"}) {
    const Judged found = judged(
        asking_file("conn = sqlite3.connect(" + std::string(options) + ")"),
        "for i in");
    EXPECT_TRUE(found.unproven) << options << found.reasons;
  }
}

TEST(PerWorker, AConnectionThatCannotBeMadeAgain) {
  const std::string made = "conn = sqlite3.connect('x.db')";
  expect_not_shared({
      {asking_file("conns = [sqlite3.connect('x.db')]", "conns[0]"),
       "`conns` leads to it by way of others"},
      {asking_file(made + "\nif sys.argv:\n    conn = sqlite3.connect('y')"),
       "may be something else than what is made there"},
      {asking_file("if sys.argv:\n    " + made),
       "may not be made when the loop begins"},
      {asking_file("connect = sqlite3.connect\nconn = connect('x.db')\n"
                   "connect = open"),
       "`connect` may be something else later"},
      {"import engine\n" + asking_file(made + "\nengine.look(conn)"),
       "unknown code may hold it"},
      {asking_file(made + "\nconn.wonder()"),
       "no entry describes all that is done with it"},
      {asking_file("cur = sqlite3.connect('x.db').cursor()", "cur"),
       "what it is made from is not known"},
  });
}

TEST(PerWorker, AConnectionWhoseArgumentsMayChange) {
  const std::string change = "def change():\n    global PATH\n    ";
  for (const auto& [argument, before, more] :
       {std::tuple("os.getenv(*['DB'])", "", std::string("import os\n")),
        std::tuple("os.environ['DB']", "",
                   std::string("import os\ndef change():\n"
                               "    os.environ['DB'] = 'y'\n")),
        std::tuple("sys.argv[k]", "k = 1\n", std::string()),
        std::tuple("sys.orig_argv[1]", "", std::string()),
        std::tuple("(path := 'x.db')", "", std::string()),
        std::tuple("PATH", "", "PATH = 'x.db'\n" + change + "PATH = 'y.db'\n"),
        std::tuple("PATH", "", "PATH = 'x.db'\n" + change + "del PATH\n")}) {
    expect_not_shared(
        {{asking_file(before + ("conn = sqlite3.connect(" +
                                std::string(argument) + ")"),
                      "conn", more) +
              (more.find("change") == std::string::npos ? "" : "change()\n"),
          "may give something else where the loop begins"}});
  }
}

TEST(PerWorker, AConnectionToAFileThatOthersMayNotShare) {
  const std::string made = "conn = sqlite3.connect('x.db')";
  expect_not_shared({
      {asking_file(made +
                   "\nconn.cursor().execute('insert into t values (1)')"),
       "SQL that may write is run through it"},
      {asking_file("conn = sqlite3.connect('x.db', check_same_thread=True)"),
       "is told to check its thread"},
      {asking_file("conn = sqlite3.connect('file:x?mode=memory', uri=True)"),
       "may not be a connection to a file"},
      {"import sqlite3\ndef main():\n    " + made +
           "\n    out = []\n"
           "    for k in range(3):\n        print(k)\n"
           "        for i in range(9):\n            out.append(conn.execute("
           "'select n from t where n = ?', (i,)).fetchone())\nmain()\n",
       "other code may run between it and the loop"},
  });
}

TEST(PerWorker, AServerThatIsFoundByTheEnvironment) {
  expect_not_shared({
      {"import os, psycopg\nos.environ['PGHOST'] = 'x'\ndef main():\n"
       "    conn = psycopg.connect('dbname=x')\n    out = []\n"
       "    for i in range(9):\n        out.append(conn.execute("
       "'select n from t where n = %s', (i,)).fetchone())\n"
       "    conn.close()\nmain()\n",
       "the program changes the environment that connecting may read"},
  });
}

}  // namespace
}  // namespace ppp::advisor
