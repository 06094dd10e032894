from concurrent.futures import ThreadPoolExecutor
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg://localhost/shop", pool_size=4, max_overflow=2)
NAME = text("SELECT name FROM users WHERE id = :uid")


def main():
    found = []

    def compute_row(uid):
        with engine.connect() as conn:
            row = conn.execute(NAME, {"uid": uid}).first()
        return row

    with ThreadPoolExecutor(max_workers=6) as pool:
        for row in pool.map(compute_row, range(1, 40)):
            found.append(row.name if row else None)
    print(found)


if __name__ == "__main__":
    main()
