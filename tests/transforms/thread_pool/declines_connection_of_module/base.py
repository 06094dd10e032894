import psycopg

conn = psycopg.connect("dbname=shop", autocommit=True)
