-- In which order names stand: without marks and case, numbers by their value; as the page's
-- collator has it.
create collation title_order (
  provider = icu, locale = 'und-u-kn-true-ks-level1', deterministic = false
);
