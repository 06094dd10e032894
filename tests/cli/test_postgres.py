# SPDX-License-Identifier: Apache-2.0
"""Loops of queries, against a PostgreSQL: what the server sees, and what
becomes of its sessions."""
import collections
import json
import os
import subprocess
import unittest

import postgres_server
import support

DRIVERS = os.environ.get("PPP_PACKAGES_PYTHON", "")
PATIENCE = ("--budget", "600", "--workers", "4")

# A view hides a pause, as a real query waits for disks. `counted` hides more:
# each row that is read takes a number.
TABLES = (
    "create table users as"
    " select n as id, 'user' || n as name from generate_series(1, 48) n",
    "create view orders as"
    " select id as user_id, id * 7 % 97 as total, pg_sleep(0.015)::text as pause"
    " from users",
    "create table asked as select 0 as times",
    "create sequence turns",
    "create view counted as"
    " select id as user_id, nextval('turns') as turn, pg_sleep(0.015)::text as pause"
    " from users",
)

LOOKUP = """
    import psycopg


    def main():
        totals = {}
        with psycopg.connect("host=127.0.0.1 user=postgres") as conn:
            with conn.cursor() as cur:
                cur.execute("SELECT id, name FROM users ORDER BY id")
                users = cur.fetchall()
                for uid, name in users:
                    cur.execute(
                        "SELECT 900 / total FROM orders WHERE user_id = %s", (uid,)
                    )
                    totals[name] = cur.fetchone()[0]
        print(totals)


    main()
    """

# Made by a function, kept by an object, closed when the loop has ended.
STORE = """
    import psycopg


    def connected(where):
        conn = psycopg.connect(where, application_name="store")
        conn.autocommit = True
        return conn


    class Store:
        def __init__(self, conn):
            self.conn = conn
            self.asked = 0

        def total(self, uid):
            with self.conn.cursor() as cur:
                cur.execute(
                    "SELECT 900 / (total - 70) FROM orders WHERE user_id = %s", (uid,)
                )
                return cur.fetchone()[0]

        def totals(self, ids):
            found = []
            for uid in ids:
                try:
                    found.append(self.total(uid))
                except psycopg.DataError:
                    found.append(None)
                self.asked += 1
            return found


    def main():
        host = "host=127.0.0.1 user=postgres"
        conn = connected(host)
        store = Store(conn)
        try:
            print(store.totals(range(1, 49)), store.asked)
            conn.execute("UPDATE asked SET times = times + 1")
        finally:
            conn.close()


    main()
    """

# Connections that a pool lends.
LENT = """
    import os

    %s


    def total(uid):
        %s


    def main():
        totals = []
        for uid in range(1, 49):
            totals.append(total(uid))
        print(totals)


    main()
    %s
    """
POOL = LENT % (
    "from psycopg_pool import ConnectionPool\n\n"
    "    pool = ConnectionPool('host=127.0.0.1 user=postgres', max_size=6,"
    " open=True)",
    "with pool.connection() as conn:\n"
    "            return conn.execute(\n"
    "                'SELECT total FROM orders WHERE user_id = %s', (uid,)\n"
    "            ).fetchone()[0]",
    "pool.close()",
)
ENGINE = LENT % (
    "from sqlalchemy import create_engine, text\n\n"
    "    port = os.environ['PGPORT']\n"
    "    engine = create_engine(\n"
    "        f'postgresql+psycopg://postgres@127.0.0.1:{port}', pool_size=3,"
    " max_overflow=4\n"
    "    )",
    "with engine.connect() as conn:\n"
    "            return conn.execute(\n"
    "                text('SELECT total FROM orders WHERE user_id = :uid'),"
    " {'uid': uid}\n"
    "            ).scalar_one()",
    "",
)

# The same in a coroutine; what is asked goes in.
ASYNC_POOL = """
    import asyncio

    from psycopg_pool import AsyncConnectionPool


    async def total(pool, uid):
        async with pool.connection() as conn:
            cursor = await conn.execute(
                "SELECT %s WHERE user_id = %%s", (uid,)
            )
            row = await cursor.fetchone()
        return row[0]


    async def main():
        totals = []
        async with AsyncConnectionPool(
            "host=127.0.0.1 user=postgres", min_size=1, max_size=6
        ) as pool:
            for uid in range(1, 49):
                totals.append(await total(pool, uid))
        print(totals[0] - totals[-1])


    if __name__ == "__main__":
        asyncio.run(main())
    """

# The same by asyncpg, which lends a connection for each query by itself, too.
ASYNCPG = """
    import asyncio

    import asyncpg


    async def total(pool, uid):
        async with pool.acquire() as conn:
            row = await conn.fetchrow(
                "SELECT total FROM orders WHERE user_id = $1", uid
            )
        again = await pool.fetchval(
            "SELECT total FROM orders WHERE user_id = $1", uid
        )
        return row["total"] + again - row["total"]


    async def main():
        totals = []
        async with asyncpg.create_pool(
            host="127.0.0.1", user="postgres", min_size=1, max_size=6
        ) as pool:
            for uid in range(1, 49):
                totals.append(await total(pool, uid))
        print(totals[0] - totals[-1])


    if __name__ == "__main__":
        asyncio.run(main())
    """

# And by an engine of SQLAlchemy over asyncpg.
ASYNC_ENGINE = """
    import asyncio
    import os

    from sqlalchemy import text
    from sqlalchemy.ext.asyncio import create_async_engine

    TOTAL = text("SELECT total FROM orders WHERE user_id = :uid")


    async def total(engine, uid):
        async with engine.connect() as conn:
            result = await conn.execute(TOTAL, {"uid": uid})
            return result.scalar_one()


    async def main():
        totals = []
        engine = create_async_engine(
            f"postgresql+asyncpg://postgres@127.0.0.1:{os.environ['PGPORT']}",
            pool_size=3, max_overflow=4,
        )
        for uid in range(1, 49):
            totals.append(await total(engine, uid))
        await engine.dispose()
        print(totals[0] - totals[-1])


    if __name__ == "__main__":
        asyncio.run(main())
    """

COUNTED = """
    import psycopg2

    conn = psycopg2.connect(host="127.0.0.1", user="postgres")
    turns = []
    for uid in range(1, 49):
        with conn.cursor() as cur:
            cur.execute("select turn from counted where user_id = %s", (uid,))
            turns.append(cur.fetchone()[0])
    conn.close()
    print(turns[0] - turns[-1])
    """


@unittest.skipUnless(postgres_server.programs(), "PostgreSQL is not installed")
@unittest.skipUnless(os.path.exists(DRIVERS), "no Python with psycopg")
class Postgres(support.CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = postgres_server.Server()
        cls.addClassCleanup(cls.server.stop)
        cls.ask(*TABLES)

    @classmethod
    def ask(cls, *statements):
        return postgres_server.run_sql(DRIVERS, cls.server.port, statements)

    def environment(self, more=None):
        return super().environment(
            {"PGPORT": str(self.server.port), **(more or {})})

    def rewritten(self, name):
        """The report on a program that is offered, and its new text beside it
        as new_NAME."""
        result = self.tool("run", "--python", DRIVERS, *PATIENCE, "--allow",
                           "tested", "--json", "out.json", "--patch", "out.diff",
                           name)
        self.assertEqual(result.code, 0, result)
        report = json.loads((self.dir / "out.json").read_text())
        self.assertEqual(report["outcome"]["status"], "faster", report)
        subprocess.run(["patch", "-s", "-o", "new_" + name, name, "out.diff"],
                       cwd=self.dir, check=True)
        return report

    def seen(self, name):
        """How the program ends, and what the server is asked meanwhile."""
        position = self.server.position()
        done = subprocess.run(
            [DRIVERS, name], cwd=self.dir, env=self.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(
            self.ask("select count(*) from pg_stat_activity"
                     " where backend_type = 'client backend'"), "[(1,)]\n")
        end = done.stderr.decode().strip().rpartition("\n")[2]
        asked = [one for one in self.server.asked_since(position)
                 if "pg_stat_activity" not in one[1]]
        return (done.returncode, done.stdout, end), asked

    def test_the_same_queries_in_sessions_of_their_own(self):
        self.write("lookup.py", LOOKUP)
        report = self.rewritten("lookup.py")
        self.assertEqual(report["outcome"]["strategy"], "thread-pool")
        [hot] = [one for one in report["hotspots"] if one["function"] == "main"]
        self.assertEqual([one["id"] for one in hot["assumptions"]],
                         ["assumed-same-answers", "assumed-more-sessions"])
        self.assertIn("`SELECT 900 / total FROM orders WHERE user_id = %s` on "
                      "line 12", hot["assumptions"][0]["message"])
        end, asked = self.seen("lookup.py")
        new_end, new_asked = self.seen("new_lookup.py")
        self.assertEqual(new_end, end)
        self.assertEqual(end[0], 0)

        def queries(log):
            return collections.Counter(
                (text, parameters) for session, text, parameters in log
                if not text.startswith(("BEGIN", "COMMIT", "ROLLBACK")))

        self.assertEqual(queries(new_asked), queries(asked))
        self.assertEqual(sum(queries(asked).values()), 49)
        self.assertEqual(len({session for session, *query in asked}), 1)
        sessions = {session for session, *query in new_asked}
        self.assertIn(len(sessions), range(3, 18))
        # Nobody writes, so nothing is committed but by the program's own.
        self.assertEqual(
            len([1 for session, text, parameters in new_asked
                 if text == "COMMIT"]), 1)
        # Now one of them fails, in the middle or at the end.
        self.ask("update users set id = 97 where id = 20")
        end, asked = self.seen("lookup.py")
        new_end, new_asked = self.seen("new_lookup.py")
        self.assertEqual(end, (1, b"", "psycopg.errors.DivisionByZero: "
                                       "division by zero"))
        self.assertEqual(new_end, end)

    def test_a_connection_that_is_handed_on(self):
        self.write("store.py", STORE)
        self.rewritten("store.py")
        end, asked = self.seen("store.py")
        new_end, new_asked = self.seen("new_store.py")
        self.assertEqual(new_end, end)
        self.assertEqual(end[0], 0)
        self.assertEqual(end[1].count(b"None"), 1)
        self.assertEqual(*(
            collections.Counter((text, parameters)
                                for session, text, parameters in log)
            for log in (asked, new_asked)))
        self.assertEqual(len(asked), 49)
        self.assertEqual(len({session for session, *query in asked}), 1)
        self.assertGreater(len({session for session, *query in new_asked}), 2)

    def test_connections_that_a_pool_lends(self):
        for name, text, most in (("pool.py", POOL, 6), ("engine.py", ENGINE, 7)):
            with self.subTest(name):
                self.write(name, text)
                self.rewritten(name)
                self.assertIn("max_workers=%d" % most,
                              (self.dir / ("new_" + name)).read_text())
                end, asked = self.seen(name)
                new_end, new_asked = self.seen("new_" + name)
                self.assertEqual(new_end, end)
                self.assertEqual(end[0], 0)
                self.assertEqual(*(
                    sorted(query for session, *query in log
                           if "FROM orders" in query[0])
                    for log in (asked, new_asked)))
                self.assertLessEqual(
                    len({session for session, *query in new_asked}), most)

    def test_connections_that_a_pool_lends_to_tasks(self):
        self.write("tasks.py", ASYNC_POOL % "total FROM orders")
        report = self.rewritten("tasks.py")
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        [hot] = [one for one in report["hotspots"] if one["function"] == "main"]
        self.assertEqual(hot["evidence"], ["isolation-test", "order-test"])
        self.assertEqual([one["id"] for one in hot["assumptions"]],
                         ["assumed-same-answers", "assumed-more-sessions"])
        self.assertIn("asyncio.Semaphore(6)", (self.dir / "new_tasks.py").read_text())
        end, asked = self.seen("tasks.py")
        new_end, new_asked = self.seen("new_tasks.py")
        self.assertEqual(new_end, end)
        self.assertEqual(end[0], 0)
        self.assertEqual(*(
            sorted(query for session, *query in log
                   if "FROM orders" in query[0])
            for log in (asked, new_asked)))
        self.assertLessEqual(len({session for session, *query in new_asked}), 6)
        self.same_behind_a_failure("tasks.py")

    def test_connections_that_asyncpg_lends(self):
        self.write("tasks.py", ASYNCPG)
        report = self.rewritten("tasks.py")
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        # An item may hold two connections of the six, so far as is known.
        self.assertIn("asyncio.Semaphore(2)", (self.dir / "new_tasks.py").read_text())
        end, asked = self.seen("tasks.py")
        new_end, new_asked = self.seen("new_tasks.py")
        self.assertEqual(new_end, end)
        self.assertEqual(end[0], 0)
        self.assertLessEqual(len({session for session, *query in new_asked}), 6)
        self.same_behind_a_failure("tasks.py")

    def test_connections_that_an_asynchronous_engine_lends(self):
        self.write("tasks.py", ASYNC_ENGINE)
        report = self.rewritten("tasks.py")
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        end, asked = self.seen("tasks.py")
        new_end, new_asked = self.seen("new_tasks.py")
        self.assertEqual(new_end, end)
        self.assertEqual(end[0], 0)
        # Three of them stay; the others are new ones each time.
        self.assertIn("asyncio.Semaphore(7)", (self.dir / "new_tasks.py").read_text())

    def same_behind_a_failure(self, name):
        """Nobody is left in the pool: one item fails, in the middle."""
        self.ask("update users set id = 97 where id = 20")
        end, asked = self.seen(name)
        new_end, new_asked = self.seen("new_" + name)
        self.assertEqual(end[0], 1)
        self.assertEqual(new_end, end)
        self.ask("update users set id = 20 where id = 97")

    def test_a_view_that_counts_what_tasks_read(self):
        self.write("counted.py", ASYNC_POOL % "turn FROM counted")
        report = self.run_json(*PATIENCE, "--python", DRIVERS, "--allow",
                               "tested", "counted.py")
        self.assertNotEqual(report["outcome"]["status"], "faster", report)
        [hot] = [one for one in report["hotspots"] if one["function"] == "main"]
        self.assertEqual(hot["reasons"][0]["id"], "probe-conflict", hot)

    def test_a_view_that_counts_its_readers(self):
        self.write("counted.py", COUNTED)
        result = self.tool("run", "--python", DRIVERS, *PATIENCE, "--allow",
                           "tested", "--json", "-", "counted.py")
        report = result.json()
        self.assertNotEqual(report["outcome"]["status"], "faster", report)
        [hot] = [one for one in report["hotspots"] if one["line"] == 6]
        self.assertEqual(hot["reasons"][0]["id"], "probe-conflict", hot)


if __name__ == "__main__":
    support.main()
