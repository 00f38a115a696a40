/*
  Lists: tables are sorted and filtered, long lists are filtered.
*/
