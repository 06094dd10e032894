import psycopg
from base import conn


def main():
    totals = {}
    for uid in range(40):
        totals[uid] = conn.execute(
            "SELECT sum(total) FROM orders WHERE user_id = %s", (uid,)
        ).fetchone()[0]
    print(psycopg.apilevel, totals)


if __name__ == "__main__":
    main()
