//! The API against a real workerd: what only the real thing can show. One program, so that it is linked once.

#[cfg(test)]
mod alarm;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod ballot_faults;
#[cfg(test)]
mod case_sequences;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod downloads;
#[cfg(test)]
mod experience;
#[cfg(test)]
mod house_style;
mod house_style_takeover;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod mailed;
#[cfg(test)]
mod operator;
#[cfg(test)]
mod poll_templates;
#[cfg(test)]
mod poll_texts;
#[cfg(test)]
mod polls;
#[cfg(test)]
mod question_kinds;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod tenants;
#[cfg(test)]
mod webhooks;
